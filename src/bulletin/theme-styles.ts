import type { PictureColours } from './paint.ts';
import { DARK_RAMP, GREY_RAMP, LIGHT_RAMP, type Ramp, shadesOf } from './ramp.ts';

/** The colours of the page, by role. */
interface Theme {
	readonly paper: string;
	readonly text: string;
	readonly muted: string;
	readonly rule: string;
	readonly link: string;
	readonly accent: string;
	readonly code: string;
	readonly tag: string;
	readonly error: string;
	readonly warning: string;
	/** Background of the strips of the picture. Also bright in dark themes, so that darker boxes are higher-impact. */
	readonly strip: string;
	readonly weekend: string;
	readonly hairline: string;
	/** The line of the current time, and the ring of the requested incident. */
	readonly now: string;
	readonly stripText: string;
	readonly stripMuted: string;
	readonly outline: string;
	readonly outlineWidth: string;
	readonly ramp: Ramp;
}

const LIGHT: Theme = {
	paper: '#fffdf9',
	text: '#1f1a17',
	muted: '#655b54',
	rule: '#e4ddd3',
	link: '#8a2b17',
	accent: '#a8401f',
	code: '#f5efe7',
	tag: '#655b54',
	error: '#a3211b',
	warning: '#7d5200',
	strip: '#f7f2eb',
	weekend: '#efe8de',
	hairline: '#e0d7ca',
	now: '#b3401f',
	stripText: '#1f1a17',
	stripMuted: '#5a4f48',
	outline: '#5c4a40',
	outlineWidth: '1px',
	ramp: LIGHT_RAMP,
};

const DARK: Theme = {
	...LIGHT,
	paper: '#181412',
	text: '#ece6df',
	muted: '#a69c93',
	rule: '#36302b',
	link: '#f2a78c',
	accent: '#f0a36b',
	code: '#241f1c',
	tag: '#a69c93',
	error: '#ff9489',
	warning: '#e3b25c',
	strip: '#cdc3b6',
	weekend: '#c3b8a9',
	hairline: '#b3a898',
	now: '#8f2c0c',
	stripText: '#140f0c',
	stripMuted: '#33291f',
	outline: '#3b2e27',
	ramp: DARK_RAMP,
};

/** The picture is black on white in each palette, so that darker boxes are higher-impact. */
const CONTRAST: Theme = {
	...LIGHT,
	paper: '#ffffff',
	text: '#000000',
	muted: '#000000',
	rule: '#000000',
	link: '#00349a',
	accent: '#7a2b00',
	code: '#ffffff',
	tag: '#000000',
	error: '#900000',
	warning: '#5c3b00',
	strip: '#ffffff',
	weekend: '#f2f2f2',
	hairline: '#767676',
	now: '#b00000',
	stripText: '#000000',
	stripMuted: '#000000',
	outline: '#000000',
	outlineWidth: '1.5px',
	ramp: GREY_RAMP,
};

const CONTRAST_DARK: Theme = {
	...CONTRAST,
	paper: '#000000',
	text: '#ffffff',
	muted: '#ffffff',
	rule: '#ffffff',
	link: '#9cc9ff',
	accent: '#ffb98a',
	code: '#000000',
	tag: '#ffffff',
	error: '#ffb4ae',
	warning: '#ffd58a',
};

const PRINT: Theme = { ...LIGHT, paper: '#ffffff', text: '#000000', muted: '#333333', link: '#000000' };

/** System colours for the page; the picture keeps its black and white. */
const FORCED: Theme = {
	...CONTRAST,
	paper: 'Canvas',
	text: 'CanvasText',
	muted: 'CanvasText',
	rule: 'CanvasText',
	link: 'LinkText',
	accent: 'CanvasText',
	code: 'Canvas',
	tag: 'CanvasText',
	error: 'CanvasText',
	warning: 'CanvasText',
};

/** In VS Code, uses the colours of the editor theme if it defines them. */
function inVsCode(theme: Theme, changes: Partial<Theme>): Theme {
	return {
		...theme,
		paper: `var(--vscode-editor-background, ${theme.paper})`,
		text: `var(--vscode-editor-foreground, ${theme.text})`,
		muted: `var(--vscode-descriptionForeground, ${theme.muted})`,
		tag: `var(--vscode-descriptionForeground, ${theme.tag})`,
		link: `var(--vscode-textLink-foreground, ${theme.link})`,
		code: `var(--vscode-textCodeBlock-background, ${theme.code})`,
		error: `var(--vscode-editorError-foreground, ${theme.error})`,
		warning: `var(--vscode-editorWarning-foreground, ${theme.warning})`,
		...changes,
	};
}

const VSCODE_RULE = { rule: 'color-mix(in srgb, var(--vscode-editor-foreground) 18%, transparent)' };
const VSCODE_BORDER = { rule: 'var(--vscode-contrastBorder, currentColor)' };
const VSCODE_LIGHT = inVsCode(LIGHT, VSCODE_RULE);
const VSCODE_DARK = inVsCode(DARK, VSCODE_RULE);

/** The colours of a picture outside of a page. */
export const LIGHT_PICTURE: PictureColours = {
	...LIGHT,
	text: LIGHT.stripText,
	muted: LIGHT.stripMuted,
	head: LIGHT.text,
	headMuted: LIGHT.muted,
	shades: shadesOf(LIGHT.ramp),
};

/** The colours as custom properties, by the preferences of the reader's system. */
export const themeStyles = `
:root { color-scheme: light dark; ${declarations(LIGHT)} }
@media (prefers-color-scheme: dark) { :root { ${declarations(DARK)} } }
@media (prefers-contrast: more) { :root { ${declarations(CONTRAST)} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${declarations(CONTRAST_DARK)} } }
@media (forced-colors: active) { :root { ${declarations(FORCED)} } }
@media print { :root { ${declarations(PRINT)} } }
`;

/** The colours of the preview, by the theme of VS Code, which sets a class on `body` and takes precedence. */
export const editorThemeStyles = `
body.vscode-light { ${declarations(VSCODE_LIGHT)} }
body.vscode-dark { ${declarations(VSCODE_DARK)} }
body.vscode-high-contrast { ${declarations(inVsCode(CONTRAST_DARK, VSCODE_BORDER))} }
body.vscode-high-contrast-light { ${declarations(inVsCode(CONTRAST, VSCODE_BORDER))} }
`;

function declarations({ ramp, ...colours }: Theme): string {
	const named = Object.entries(colours).map(([name, value]) => [kebab(name), value]);
	const shaded = shadesOf(ramp).map((shade, i) => [`shade-${i}`, shade]);
	return [...named, ...shaded].map(([name, value]) => `--il-${name}: ${value};`).join(' ');
}

function kebab(name: string): string {
	return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

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
	/** Background of the picture. Also bright in dark themes, so that darker boxes are higher-impact. */
	readonly plate: string;
	readonly plateRule: string;
	readonly plateText: string;
	readonly plateMuted: string;
	readonly accentOnPlate: string;
	readonly outline: string;
	readonly outlineWidth: string;
	/** Lightest first. */
	readonly shades: readonly string[];
	/** The first shade with a light mark on it. */
	readonly lightInkFrom: number;
}

const INK = '#131a24';

const LIGHT: Theme = {
	paper: '#ffffff',
	text: '#1c232d',
	muted: '#5b6675',
	rule: '#dfe3e9',
	link: '#0b5cad',
	accent: '#b5470b',
	code: '#f1f3f6',
	tag: '#5b6675',
	error: '#b3261e',
	warning: '#8a5a00',
	plate: '#f2f4f7',
	plateRule: '#d5dae2',
	plateText: INK,
	plateMuted: '#515c6b',
	accentOnPlate: '#c2410c',
	outline: '#2a3442',
	outlineWidth: '1px',
	shades: ['#ffffff', '#e4e9f0', '#c6cfdb', '#a5b1c1', '#8190a4', '#566579', '#323e4f', '#0e151f'],
	lightInkFrom: 5,
};

const DARK: Theme = {
	...LIGHT,
	paper: '#16191e',
	text: '#dde2e9',
	muted: '#98a3b2',
	rule: '#2f3640',
	link: '#7fb8f5',
	accent: '#f0a36b',
	code: '#232830',
	tag: '#98a3b2',
	error: '#ff8f85',
	warning: '#e3b25c',
	plate: '#96a2b1',
	plateRule: '#78859a',
	plateText: '#0b1017',
	plateMuted: '#1c2531',
	accentOnPlate: '#8a1f00',
	outline: '#10161f',
	shades: ['#e6ebf2', '#ced6e1', '#b3bfce', '#95a3b6', '#74849a', '#4d5c70', '#2a3544', '#070b11'],
};

/** The picture is black on white in each palette, so that darker boxes are higher-impact. */
const CONTRAST: Theme = {
	...LIGHT,
	text: '#000000',
	muted: '#000000',
	rule: '#000000',
	link: '#00349a',
	accent: '#7a2b00',
	code: '#ffffff',
	tag: '#000000',
	error: '#900000',
	warning: '#5c3b00',
	plate: '#ffffff',
	plateRule: '#767676',
	plateText: '#000000',
	plateMuted: '#000000',
	outline: '#000000',
	outlineWidth: '2px',
	shades: ['#ffffff', '#ececec', '#d2d2d2', '#b4b4b4', '#949494', '#4f4f4f', '#2b2b2b', '#000000'],
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

const PRINT: Theme = { ...LIGHT, text: '#000000', muted: '#333333', link: '#000000', plate: '#ffffff' };

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
/** Tints the background of the picture with that of the theme. */
const VSCODE_LIGHT = inVsCode(LIGHT, {
	...VSCODE_RULE,
	plate: 'color-mix(in srgb, var(--vscode-editor-background) 92%, #4a5a70)',
});
const VSCODE_DARK = inVsCode(DARK, {
	...VSCODE_RULE,
	plate: 'color-mix(in oklab, var(--vscode-editor-background) 26%, #c3cddb)',
});

/**
 * The colours as custom properties: by the preferences of the reader's system, then by the theme of VS Code, which sets a
 * class on `body` and takes precedence.
 */
export const themeStyles = `
:root { color-scheme: light dark; ${declarations(LIGHT)} }
@media (prefers-color-scheme: dark) { :root { ${declarations(DARK)} } }
@media (prefers-contrast: more) { :root { ${declarations(CONTRAST)} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${declarations(CONTRAST_DARK)} } }
@media (forced-colors: active) { :root { ${declarations(FORCED)} } }
body.vscode-light { ${declarations(VSCODE_LIGHT)} }
body.vscode-dark { ${declarations(VSCODE_DARK)} }
body.vscode-high-contrast { ${declarations(inVsCode(CONTRAST_DARK, VSCODE_BORDER))} }
body.vscode-high-contrast-light { ${declarations(inVsCode(CONTRAST, VSCODE_BORDER))} }
@media print { :root, body { ${declarations(PRINT)} } }
`;

function declarations(theme: Theme): string {
	const { shades, lightInkFrom, ...colours } = theme;
	const named = Object.entries(colours).map(([name, value]) => [kebab(name), value]);
	const shaded = shades.flatMap((shade, i) => [
		[`shade-${i}`, shade],
		[`ink-${i}`, i >= lightInkFrom ? '#ffffff' : INK],
	]);
	return [...named, ...shaded].map(([name, value]) => `--il-${name}: ${value};`).join(' ');
}

function kebab(name: string): string {
	return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

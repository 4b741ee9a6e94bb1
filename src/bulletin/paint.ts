import { SHADES } from './ramp.ts';

/** A part of the picture with a colour of its own. `shade-N` is a step of the ramp of levels. */
export type Role =
	| `shade-${number}`
	| 'strip'
	| 'weekend'
	| 'later'
	| 'hairline'
	| 'now'
	| 'hollow'
	| 'outline'
	| 'dashed'
	| 'dotted'
	| 'tail'
	| 'stripes'
	| 'stripes-light'
	| 'ring'
	| 'head'
	| 'head-muted'
	| 'day'
	| 'text'
	| 'text-bold'
	| 'text-muted';

/** The attributes that give an element the look of its role. */
export type Painter = (role: Role) => Readonly<Record<string, string | number>>;

/** Paints with classes of the stylesheet: the colours follow the theme of the reader. */
export const classPaint: Painter = role => ({ class: `il-${role}` });

/** The colours of a picture. */
export interface PictureColours {
	readonly paper: string;
	readonly strip: string;
	readonly weekend: string;
	readonly hairline: string;
	readonly now: string;
	readonly outline: string;
	readonly text: string;
	readonly muted: string;
	/** Of the text outside of the strips, on the paper. */
	readonly head: string;
	readonly headMuted: string;
	/** `SHADES` colours, lightest first. */
	readonly shades: readonly string[];
}

/** Paints with literal colours, for a picture outside of a page. */
export function literalPaint(colours: PictureColours): Painter {
	const line = { fill: 'none', stroke: colours.outline };
	const halo = { 'paint-order': 'stroke', stroke: colours.strip, 'stroke-width': 3, 'stroke-linejoin': 'round' };
	const looks: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
		strip: { fill: colours.strip },
		weekend: { fill: colours.weekend },
		later: { fill: colours.outline, 'fill-opacity': '0.13' },
		hairline: { fill: 'none', stroke: colours.hairline },
		now: { fill: 'none', stroke: colours.now, 'stroke-width': 1.5 },
		hollow: { fill: 'none' },
		outline: line,
		dashed: { ...line, 'stroke-width': 1.4, 'stroke-dasharray': '3 2' },
		dotted: { ...line, 'stroke-width': 1.6, 'stroke-dasharray': '0.1 3', 'stroke-linecap': 'round' },
		tail: { ...line, 'stroke-width': 2, 'stroke-dasharray': '0.1 4', 'stroke-linecap': 'round' },
		stripes: { ...line, 'stroke-width': 1.1 },
		'stripes-light': { fill: 'none', stroke: colours.shades[0] ?? '#ffffff', 'stroke-width': 1.1 },
		ring: { fill: 'none', stroke: colours.now, 'stroke-width': 2 },
		head: { fill: colours.head, 'font-weight': 600 },
		'head-muted': { fill: colours.headMuted },
		day: { fill: colours.text },
		text: { fill: colours.text, ...halo },
		'text-bold': { fill: colours.text, 'font-weight': 600, ...halo },
		'text-muted': { fill: colours.muted, ...halo },
	};
	const shades = new Map(colours.shades.map((fill, shade) => [`shade-${shade}`, { fill }]));
	return role => looks[role] ?? shades.get(role) ?? {};
}

/** The rules of `classPaint`. Uses the custom properties of `themeStyles`. */
export const paintStyles = `
.il-strip { fill: var(--il-strip); }
.il-weekend { fill: var(--il-weekend); }
.il-later { fill: var(--il-outline); fill-opacity: 0.13; }
.il-hairline { fill: none; stroke: var(--il-hairline); }
.il-now { fill: none; stroke: var(--il-now); stroke-width: 1.5px; }
.il-hollow, .il-outline, .il-dashed, .il-dotted, .il-tail, .il-stripes, .il-stripes-light { fill: none; stroke: var(--il-outline); }
.il-hollow { stroke: none; }
.il-outline { stroke-width: var(--il-outline-width); }
.il-dashed { stroke-width: 1.4px; stroke-dasharray: 3 2; }
.il-dotted { stroke-width: 1.6px; stroke-dasharray: 0.1 3; stroke-linecap: round; }
.il-tail { stroke-width: 2px; stroke-dasharray: 0.1 4; stroke-linecap: round; }
.il-stripes, .il-stripes-light { stroke-width: 1.1px; }
.il-stripes-light { stroke: var(--il-shade-0); }
.il-ring { fill: none; stroke: none; }
.il-current .il-ring { stroke: var(--il-now); stroke-width: 2px; }
.il-head { fill: var(--il-text); font-weight: 600; }
.il-head-muted { fill: var(--il-muted); }
.il-day { fill: var(--il-strip-text); }
.il-text, .il-text-bold, .il-text-muted { fill: var(--il-strip-text); stroke: var(--il-strip); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
.il-text-bold { font-weight: 600; }
.il-text-muted { fill: var(--il-strip-muted); }
${Array.from({ length: SHADES }, (_, shade) => `.il-shade-${shade} { fill: var(--il-shade-${shade}); }`).join('\n')}
`;

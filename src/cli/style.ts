import type { Host, Stream } from './host.ts';
import { StyledText, type Text } from './styled-text.ts';

/** SGR parameters (ECMA-48, section 8.3.117) that begin and end a style. */
const STYLES = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	blue: [34, 39],
} as const;

export type Paint = Readonly<Record<keyof typeof STYLES, (text: Text) => Text>>;

/** The few styles that the command line uses; without colour each gives its text back. */
export function paint(colour: boolean): Paint {
	const as =
		(style: keyof typeof STYLES) =>
		(text: Text): Text => {
			const [on, off] = STYLES[style];
			return colour ? StyledText.colored(on, off, text) : text;
		};
	return {
		bold: as('bold'),
		dim: as('dim'),
		red: as('red'),
		green: as('green'),
		yellow: as('yellow'),
		blue: as('blue'),
	};
}

/** Colour only on a terminal and never against `NO_COLOR` (no-color.org); `FORCE_COLOR` asks for it elsewhere. */
export function wantsColour(host: Host, output: Stream): boolean {
	const { NO_COLOR, FORCE_COLOR, TERM } = host.variables;
	if (NO_COLOR !== undefined && NO_COLOR !== '') {
		return false;
	}
	if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') {
		return FORCE_COLOR !== '0';
	}
	return output.columns !== undefined && TERM !== 'dumb';
}

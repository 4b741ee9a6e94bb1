import type { Level } from '../core/finding.ts';
import type { Host, Stream } from './host.ts';
import { StyledText, type Text } from './styled-text.ts';

/** SGR parameters (ECMA-48, section 8.3.117) that start and end a style. */
const STYLES = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	blue: [34, 39],
	underline: [4, 24],
} as const;

/** The style of the name of a level. */
export const LEVEL_STYLE: Readonly<Record<Level, 'red' | 'yellow' | 'blue' | 'dim'>> = {
	error: 'red',
	warning: 'yellow',
	info: 'blue',
	hint: 'dim',
};

export type Paint = Readonly<Record<keyof typeof STYLES, (text: Text) => Text>>;

/** Returns the styles of the command line. Without colour each returns its text unchanged. */
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
		underline: as('underline'),
	};
}

/** Whether to use colour: on a terminal, or elsewhere with `FORCE_COLOR`; never with `NO_COLOR` (no-color.org). */
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

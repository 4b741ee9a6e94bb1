import { styleText } from 'node:util';
import type { Host, Output } from './host.ts';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';
export type Paint = Readonly<Record<Style, (text: string) => string>>;

/** The few styles that the command line uses; without colour each gives its text back. */
export function paint(colour: boolean): Paint {
	const as = (style: Style) => (text: string) => (colour ? styleText(style, text) : text);
	return {
		bold: as('bold'),
		dim: as('dim'),
		red: as('red'),
		yellow: as('yellow'),
		blue: as('blue'),
		green: as('green'),
	};
}

/** Colour only on a terminal and never against `NO_COLOR` (no-color.org); `FORCE_COLOR` asks for it elsewhere. */
export function wantsColour(host: Host, output: Output): boolean {
	const { NO_COLOR, FORCE_COLOR, TERM } = host.variables;
	if (NO_COLOR !== undefined && NO_COLOR !== '') {
		return false;
	}
	if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') {
		return FORCE_COLOR !== '0';
	}
	return output.columns !== undefined && TERM !== 'dumb';
}

import type { Level } from '../../core/finding.ts';
import { visibleLine } from '../../core/visible-text.ts';
import { paint } from '../style.ts';
import { StyledText, styled } from '../styled-text.ts';
import type { OutputFormat } from './format.ts';

const LEVEL_STYLE: Readonly<Record<Level, 'red' | 'yellow' | 'blue' | 'dim'>> = {
	error: 'red',
	warning: 'yellow',
	info: 'blue',
	hint: 'dim',
};

/** One line per finding, in the form of GCC, which editors and problem matchers read. */
export const concise: OutputFormat = {
	report: ({ findings }, { toPath, colour }) => {
		const style = paint(colour);
		return StyledText.join(
			findings.map(({ uri, lines, finding: { code, level, message, range } }) => {
				const { line, character } = lines.positionAt(range.start);
				const place = `${toPath(uri)}:${line + 1}:${character + 1}`;
				const label = style[LEVEL_STYLE[level]](level);
				return styled`${style.bold(place)}: ${label}: ${visibleLine(message)} ${style.dim(`[${code}]`)}\n`;
			}),
		);
	},
};

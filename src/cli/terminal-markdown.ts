import type { Paint } from './style.ts';
import { StyledText, styled, type Text } from './styled-text.ts';

/** Formats the Markdown of this program's own pages for a terminal: headings, code blocks, and tables of two columns. */
export function terminalMarkdown(markdown: string, style: Paint): StyledText {
	const lines: Text[] = [];
	let isCode = false;
	for (const line of markdown.trimEnd().split('\n')) {
		if (line.startsWith('```')) {
			isCode = !isCode;
			continue;
		}
		const shown = isCode ? style.dim(`    ${line}`) : formatLine(line, style);
		const isSecondBlank = shown === '' && lines.at(-1) === '';
		if (shown !== undefined && !isSecondBlank) {
			lines.push(shown);
		}
	}
	return styled`${StyledText.join(lines, '\n')}\n`;
}

/** Undefined for a line without text of its own: a comment, or the rule below the head of a table. */
function formatLine(line: string, style: Paint): Text | undefined {
	const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
	if (heading !== undefined) {
		return style.bold(withoutMarks(heading));
	}
	if (/^<!--.*-->$|^\|[-|\s]*\|$/.test(line)) {
		return undefined;
	}
	const [edge, label, ...values] = line.split('|').map(cell => cell.trim());
	return edge !== '' || label === undefined
		? withoutLinks(line)
		: styled`${style.dim(label.padEnd(12))}${withoutMarks(values.slice(0, -1).join('  '))}`;
}

function withoutMarks(text: string): string {
	return withoutLinks(text).replaceAll('`', '');
}

/** A link as its text. */
function withoutLinks(text: string): string {
	return text.replace(/\[([^[\]]{1,200})\]\([^()\s]{1,400}\)/g, '$1');
}

import type { Paint } from '../style.ts';
import { StyledText, type Text } from '../styled-text.ts';
import { widthOf } from './cells.ts';

/** A name or value between backticks, as in messages, or other text. */
const PARTS = /`[^`]*`|[^`]+|`/g;

/** Text without spaces, in several styles. */
interface Word {
	readonly pieces: Text[];
	width: number;
}

/** Wraps a line of text at single spaces to a width. Names and values between backticks are bold. */
export function wrapMessage(message: string, width: number, style: Paint): StyledText[] {
	const lines: Word[][] = [];
	let used = 0;
	for (const word of wordsOf(message, style)) {
		if (lines.length === 0 || used + 1 + word.width > width) {
			lines.push([word]);
			used = word.width;
		} else {
			lines.at(-1)?.push(word);
			used += 1 + word.width;
		}
	}
	return lines.map(words =>
		StyledText.join(
			words.map(({ pieces }) => StyledText.join(pieces)),
			' ',
		),
	);
}

function wordsOf(message: string, style: Paint): Word[] {
	let word: Word = { pieces: [], width: 0 };
	const words = [word];
	for (const [part] of message.matchAll(PARTS)) {
		const isName = part.length > 1 && part.startsWith('`');
		for (const [index, text] of part.split(' ').entries()) {
			if (index > 0) {
				word = { pieces: [], width: 0 };
				words.push(word);
			}
			word.pieces.push(isName && text !== '' ? style.bold(text) : text);
			word.width += widthOf(text);
		}
	}
	return words;
}

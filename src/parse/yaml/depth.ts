import { MAX_YAML_DEPTH } from './tree.ts';

/**
 * Returns the offset at which a text exceeds the maximum nesting of brackets (or of dashes on one line), before it is
 * parsed: the scan takes a hundredth of the time of the parser, which would also overflow the stack. The count restarts
 * at each key at the beginning of a line, so that unbalanced brackets in prose do not add up.
 */
export function findTooDeep(text: string): number | undefined {
	let open = 0;
	let dashes = 0;
	let lineStart = true;
	for (let i = 0; i < text.length; i++) {
		const c = text.charCodeAt(i);
		switch (c) {
			case 0x5b: // [
			case 0x7b: // {
				open++;
				break;
			case 0x5d: // ]
			case 0x7d: // }
				open = Math.max(0, open - 1);
				break;
			case 0x2d: // -
			case 0x3f: // ?
				dashes++;
				break;
			case 0x0a:
				dashes = 0;
				break;
			case 0x20:
				break;
			default:
				open = lineStart && isLetter(c) ? 0 : open;
				dashes = 0;
		}
		if (open > MAX_YAML_DEPTH || (dashes > MAX_YAML_DEPTH && text.charCodeAt(i + 1) === 0x20)) {
			return i;
		}
		lineStart = c === 0x0a;
	}
	return undefined;
}

function isLetter(code: number): boolean {
	return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

import type { Line, YamlPlace } from './yaml-cursor-context.ts';
import { skipSpaces, unquoted } from './yaml-lines.ts';

/** A `{…}` or `[…]` that began on the cursor's line. */
export function placeInFlow(line: Line, path: readonly string[], from: number): YamlPlace {
	const { text, lineStart, lineEnd, offset, column } = line;
	const frames: { list: boolean; keys: Set<string>; key: string | undefined }[] = [];
	let start = from;
	for (let at = lineStart + from; at < offset; at++) {
		const c = text[at];
		const frame = frames.at(-1);
		const between = () => text.slice(lineStart + start, at).trim();
		if (c === '"' || c === "'") {
			const close = text.indexOf(c, at + 1);
			if (close < 0 || close >= offset) {
				break;
			}
			at = close;
		} else if (c === '{' || c === '[') {
			start = at + 1 - lineStart;
			frames.push({ list: c === '[', keys: new Set(), key: undefined });
		} else if (c === '}' || c === ']') {
			frames.pop();
		} else if (c === ',' && frame !== undefined) {
			frame.key = undefined;
			start = at + 1 - lineStart;
		} else if (c === ':' && /[\s,}]/.test(text[at + 1] ?? ' ') && frame !== undefined && frame.key === undefined) {
			frame.key = between().replace(/^['"]|['"]$/g, '');
			frame.keys.add(frame.key);
			start = at + 1 - lineStart;
		}
	}
	const steps = frames.flatMap(frame => [
		...(frame.list ? ['*'] : []),
		...(frame.key === undefined ? [] : [frame.key]),
	]);
	const frame = frames.at(-1);
	const isValue = frame?.key !== undefined;
	const rest = text.slice(offset, lineEnd);
	const stop = rest.search(isValue ? /[,}\]]/ : /[,}\]:]/);
	const end = offset + (stop < 0 ? rest : rest.slice(0, stop)).trimEnd().length;
	const wordStart = lineStart + skipSpaces(text.slice(lineStart, offset), start);
	return {
		expects: isValue ? 'value' : 'word',
		path: [...path, ...steps],
		written: unquoted(text, { start: wordStart, end }, offset),
		siblings: frame?.keys ?? new Set(),
		column,
		hasColon: rest[stop] === ':',
		inFlow: true,
		needsSpace: text[offset - 1] === ':',
	};
}

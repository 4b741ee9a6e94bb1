import type { Range } from '../core/range.ts';
import type { Example } from './rule.ts';

/** One file of an example, without range marks. */
export interface ExampleFile {
	/** From the log root, with a leading slash: `/incidents/example.yaml`. */
	readonly path: string;
	readonly text: string;
	/** The ranges in «…», sorted. */
	readonly marks: readonly Range[];
}

export interface ReadExample {
	readonly files: readonly ExampleFile[];
	/** The clock, in milliseconds since 1970-01-01T00:00Z. */
	readonly now: number;
}

const ONE_FILE = '/incidents/example.yaml';
const NOW = Date.UTC(2024, 8, 1, 12);
const HEADER = /^\/\/- (\S+)\n/gm;

/** Splits an example into its files at `//- path` lines, and extracts the ranges in «…». */
export function readExample(example: Example): ReadExample {
	const now = example.now === undefined ? NOW : Date.parse(example.now);
	return { files: splitFiles(example.text).map(({ path, text }) => readMarks(path, text)), now };
}

function splitFiles(text: string): readonly { readonly path: string; readonly text: string }[] {
	const headers = [...text.matchAll(HEADER)];
	if (headers.length === 0) {
		return [{ path: ONE_FILE, text }];
	}
	return headers.map((header, index) => ({
		path: header[1] ?? ONE_FILE,
		text: text.slice(header.index + header[0].length, headers[index + 1]?.index ?? text.length),
	}));
}

function readMarks(path: string, marked: string): ExampleFile {
	const starts: number[] = [];
	const marks: Range[] = [];
	let text = '';
	for (const part of marked.split(/([«»])/)) {
		if (part === '«') {
			starts.push(text.length);
		} else if (part === '»') {
			marks.push({ start: starts.pop() ?? text.length, end: text.length });
		} else {
			text += part;
		}
	}
	return { path, text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) };
}

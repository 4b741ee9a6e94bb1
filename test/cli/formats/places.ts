import { expect } from 'vitest';
import { filesWith, HOSTILE, HOSTILE_NAMES } from '../../support/hostile.ts';
import { runOn } from '../../support/memory-host.ts';

export type Files = Readonly<Record<string, string>>;

/** A finding as all formats express it: lines and columns from 1. */
export interface Place {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly code: string;
	readonly level: string;
	readonly message: string;
}

interface JsonFinding {
	readonly path: string;
	readonly code: string;
	readonly level: string;
	readonly message: string;
	readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
}

/** Characters that other formats than JSON do not represent: in JSON, lone surrogates are replaced as well. */
export const withoutSurrogates = (text: string) => text.replace(/\\u\{d[89a-f][0-9a-f]{2}\}/g, '\ufffd');
const escaped = (text: string, characters: RegExp) =>
	text.replace(characters, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
/** Control characters, which XML cannot represent, are escaped as in the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is tested
export const inXml = (text: string) => escaped(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g);
export const inTerminal = (text: string) =>
	escaped(text, /(?!\n|\t|[\ufe00-\ufe0f])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu);

export const EVERYTHING: Files = {
	'incident-log.yaml': 'time_zone: America/New_York\n',
	'bulletins/2024-08-31.md':
		'# 2024-08-31\n\n## Incidents\n\n* **August 26: Späte 😀 Störung** (05:30EST): Nothing moved for an hour.\n',
	'incidents/a, b: 100%.yaml':
		'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\nresolved_at: 2024-08-03T09:00:00-04:00\nsumary: x\n',
	'incidents/clean.yaml':
		'title: C\nimpact: minor\nstarted_at: 2024-08-04T10:00:00-04:00\nresolved_at: 2024-08-04T11:00:00-04:00\n',
};
export const NOTHING: Files = { 'incident-log.yaml': 'time_zone: UTC\n' };
export const hostile = HOSTILE.map((text, index): Files => {
	const name = HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';
	return filesWith(text, name.replaceAll('/', ''));
});
export const logs: readonly Files[] = [EVERYTHING, NOTHING, ...hostile];

export async function outputOf(format: string, files: Files, ...args: string[]): Promise<string> {
	return (await runOn({ files }, 'check', '--format', format, ...args)).out;
}

/** JSON of each log, with which the other formats are compared. */
const jsonOf = new Map<Files, Promise<string>>();

export async function placesOf(files: Files, levels: Readonly<Record<string, string>>): Promise<Place[]> {
	const json = jsonOf.get(files) ?? outputOf('json', files);
	jsonOf.set(files, json);
	const { findings } = JSON.parse(await json);
	return findings.map(({ path, range, code, level, message }: JsonFinding) => ({
		path,
		line: range.start.line + 1,
		column: range.start.character + 1,
		code,
		level: levels[level] ?? level,
		message,
	}));
}

export const sorted = (places: readonly Place[]) => places.map(place => JSON.stringify(place)).sort();

/** Expects that a format expresses the same findings as JSON, after a mapping of names and texts. */
export async function expectSame(
	files: Files,
	found: readonly Place[],
	levels: Readonly<Record<string, string>>,
	text: (text: string) => string = each => each,
	name: (path: string) => string = each => each,
): Promise<void> {
	const expected = (await placesOf(files, levels)).map(place => ({
		...place,
		path: name(place.path),
		message: text(place.message),
	}));
	const read = found.map(place => ({ ...place, message: withoutSurrogates(place.message) }));
	expect(sorted(read)).toEqual(sorted(expected));
}

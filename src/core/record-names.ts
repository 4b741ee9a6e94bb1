import { recordName } from './record-files.ts';
import { decodeUriPart } from './uri/decode.ts';

/** Names of a record that begin with fewer parts than these are not published: at most this many per name. */
const MAX_PREFIXES = 8;
const MIN_PREFIX_LENGTH = 3;

export const RECORD_ENDING = /\.(?:md|markdown|ya?ml)$/iu;
/** A ticket at the start of a name: prefix, optional year, and number. */
const TICKET =
	/^(?<prefix>[A-Za-z]{1,12}(?:[-_][A-Za-z]{1,12})?[-_])(?<year>\d{4}[-_])?0*(?<number>\d{1,10})(?![A-Za-z0-9])/u;

/**
 * The form in which names are compared: NFC, the last segment of a path without the extension of a record, and a ticket at
 * its start in upper case without leading zeros. `INC-41-disk` for `incidents/inc-0041-disk.md`.
 */
export function comparableName(written: string): string {
	const path = written.normalize('NFC').trim();
	const name = path.slice(path.lastIndexOf('/') + 1).replace(RECORD_ENDING, '');
	return name.replace(TICKET, (_, prefix: string, year: string | undefined, number: string) =>
		[prefix.toUpperCase(), year ?? '', number].join(''),
	);
}

/** The names of a record, in the form of `comparableName`: its id, and its file name or folder name. */
export function namesOfRecord({ id, uri }: { readonly id: string; readonly uri: string }): readonly string[] {
	const names = [comparableName(id), comparableName(recordName(uri))];
	return [...new Set(names)];
}

/**
 * The beginnings of a name up to a separator that are specific enough for a reference: `INC-41` of `INC-41-disk`, the day
 * of a dated name, but no year. Without the name itself.
 */
export function prefixesOf(name: string): readonly string[] {
	const prefixes: string[] = [];
	for (const separator of name.matchAll(/[-_. ]/gu)) {
		const prefix = name.slice(0, separator.index);
		const isSpecific =
			prefix.length >= MIN_PREFIX_LENGTH && /\d/u.test(prefix) && !/^\d{4}(?:[-_.]\d{2})?$/u.test(prefix);
		if (isSpecific && prefixes.length < MAX_PREFIXES) {
			prefixes.push(prefix);
		}
	}
	return prefixes;
}

/** Whether a written reference is a path rather than a name. */
export function isPath(written: string): boolean {
	return written.includes('/') || RECORD_ENDING.test(written);
}

/** Whether a path, written in full or as its end, with or without extension, is that of a file. */
export function isPathOf(written: string, uri: string): boolean {
	const steps = written.split('/').filter(step => step !== '' && step !== '.' && step !== '..');
	const path = uri.split('/').map(decodeUriPart).slice(-steps.length);
	return steps.every((step, index) => {
		const segment = path[index]?.normalize('NFC') ?? '';
		const isName = index === steps.length - 1 && !RECORD_ENDING.test(step);
		return step.normalize('NFC') === (isName ? segment.replace(RECORD_ENDING, '') : segment);
	});
}

/**
 * The shape of an id, by which an unknown id can be recognised as one of a log: `inc-` for `INC-0041`, `date` for
 * `2024-08-26-disk`, `number` for `0041-disk`. Undefined for an id of words.
 */
export function shapeOf(id: string): string | undefined {
	const ticket = TICKET.exec(id)?.groups?.['prefix'];
	if (ticket !== undefined) {
		return ticket.toLowerCase();
	}
	return /^\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/u.test(id)
		? 'date'
		: /^\d{2,6}(?:[-_.]|$)/u.test(id)
			? 'number'
			: undefined;
}

/** Whether an id is a ticket without words: of two such ids with different numbers, neither is a misspelling of the other. */
export function isTicket(id: string): boolean {
	return TICKET.exec(id)?.[0].length === id.length;
}

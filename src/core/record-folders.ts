import type { DocumentKind } from './document-kind.ts';

export type RecordKind = Exclude<DocumentKind, 'configuration'>;
export const RECORD_KINDS: readonly RecordKind[] = ['incident', 'postmortem', 'bulletin'];

/**
 * Names of folders whose files are records. Compared without case, with `_` and a space as `-`, and without the leading
 * underscore of a Jekyll collection. Names of two words or more may follow another word: `example-post-mortems`.
 */
const NAMES: Readonly<Record<RecordKind, readonly string[]>> = {
	incident: [
		...['incident', 'incidents', 'incident-report', 'incident-reports', 'incident-record', 'incident-records'],
		...['outage', 'outages', 'outage-report', 'outage-reports', 'disruptions', 'incidencias', 'incidentes'],
		...['vorfälle', 'störungen', 'hendelser', 'pannes', '障害報告', '事故'],
	],
	postmortem: [
		...['postmortem', 'postmortems', 'post-mortem', 'post-mortems', 'blameless-postmortems'],
		...['incident-review', 'incident-reviews', 'post-incident-review', 'post-incident-reviews'],
		...['post-incident-report', 'post-incident-reports', 'incident-retrospectives', 'retrospectives'],
		...['rca', 'rcas', 'root-cause-analysis', 'root-cause-analyses', 'pir', 'pirs', '复盘'],
	],
	bulletin: ['bulletins', 'infra-log'],
};

const ENDINGS: Readonly<Record<RecordKind, readonly string[]>> = {
	incident: ['yaml', 'yml', 'md', 'markdown'],
	postmortem: ['md', 'markdown', 'yaml', 'yml'],
	bulletin: ['md', 'markdown'],
};

const kinds = new Map(RECORD_KINDS.flatMap(kind => NAMES[kind].map(name => [name, kind] as const)));
/** The last word in the name of a folder of records, after any other words. */
const LAST_WORDS = /[-+.](post-?mortems?|incidents|outages|rcas)$/u;

/** The kind of records that a folder contains by its name. `exact`: without other words before it. */
export function kindOfFolder(name: string, match: 'exact' | 'ending' = 'ending'): RecordKind | undefined {
	const plain = name.normalize('NFC').toLowerCase().replace(/^_/u, '').replace(/[_ ]/gu, '-');
	const last = match === 'exact' ? undefined : LAST_WORDS.exec(plain)?.[1];
	return kinds.get(plain) ?? (last === undefined ? undefined : kinds.get(last));
}

/** Whether a file with a name can be of a kind: by its extension, in any case; without extension by its date or number. */
export function canBeOfKind(kind: RecordKind, name: string): boolean {
	const dot = name.lastIndexOf('.');
	return dot < 0 ? kind !== 'bulletin' && isIdLike(name) : ENDINGS[kind].includes(name.slice(dot + 1).toLowerCase());
}

/** A name that begins with a date or is a number with letters before it: `2024-08-26-disk`, `INC-0041`. */
export function isIdLike(name: string): boolean {
	return /^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|[a-z]{2,10}[-_]?\d{2,8}|\d{2,6}[-_.])/iu.test(name);
}

/**
 * A glob of the files in the folders of a kind, relative to any folder above, for matchers that cannot ignore case. Words
 * may be in lower case, capitalised, or of one case if they are short.
 */
export function folderGlob(kind: RecordKind): string {
	const names = NAMES[kind].map(name => name.split('-').map(capitalised).join('[-_ ]'));
	const folders = names.flatMap(name => [name, `_${name}`]);
	return `**/{${folders.join(',')}}/**/*.{${ENDINGS[kind].map(anyCase).join(',')}}`;
}

function capitalised(word: string): string {
	return word.length <= 4 ? anyCase(word) : anyCase(word.slice(0, 1)) + word.slice(1);
}

/** `incidents` as `[iI][nN]…`, for matchers that cannot ignore case. */
export function anyCase(text: string): string {
	return text.replace(/\p{Ll}/gu, letter => `[${letter}${letter.toUpperCase()}]`);
}

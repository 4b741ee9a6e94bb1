import type { Temporal } from 'temporal-polyfill';
import { compareText } from '../core/compare-text.ts';
import { parseGlob } from '../core/glob.ts';
import { recordFolder } from '../core/record-files.ts';
import { kindOfFolder, type RecordKind } from '../core/record-folders.ts';
import { slug } from '../core/slug.ts';
import { childUri, nameOf, pathWithin } from '../core/uri/uri.ts';
import { configurationOf, FileKinds } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';

/** Limit for a file name without its extension. File systems allow 255 bytes. */
const MAX_NAME_BYTES = 200;
const SAFE_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;

/** The file format of a new record. */
export type RecordFormat = 'yaml' | 'markdown';

const EXTENSIONS: Readonly<Record<RecordFormat, string>> = { yaml: 'yaml', markdown: 'md' };
const DEFAULT_FOLDERS: Readonly<Record<RecordKind, string>> = {
	incident: 'incidents',
	postmortem: 'postmortems',
	bulletin: 'bulletins',
};

/** Dialects of logs that may hold native records. Logs of other dialects would misread them. */
const NATIVE: ReadonlySet<string | undefined> = new Set([undefined, 'native', 'infra-log']);

/** Whether a log reads new records in this product's own form. */
export function takesNativeRecords({ configuration }: Log): boolean {
	return NATIVE.has(configuration.dialect);
}

/** Returns the format of most records of a kind in a log; YAML for the first incident, Markdown for other documents. */
export function usualFormat(log: Log, kind: RecordKind): RecordFormat {
	const documents = log.documents().filter(document => document.kind === kind);
	if (documents.length === 0) {
		return kind === 'incident' ? 'yaml' : 'markdown';
	}
	const yaml = documents.filter(({ format }) => format === 'yaml').length;
	return yaml * 2 >= documents.length ? 'yaml' : 'markdown';
}

/**
 * Returns the URI for a new document: in the folder of the newest document of its kind, in the default folder, such as
 * `incidents/<year>`, or in a folder of the log's configuration. Returns undefined if the log would not read a file in any
 * of them as a document of this kind.
 */
export function usualUri(
	log: Log,
	kind: RecordKind,
	id: string,
	format: RecordFormat,
	date: Temporal.PlainDate,
): string | undefined {
	const kinds = new FileKinds(log.root, log.configuration, configurationOf(log) !== undefined);
	const name = fileName(id, EXTENSIONS[format]);
	const beside = besideNewest(log, kind, name, format, date);
	const year = String(date.year).padStart(4, '0');
	return [...(beside ? [beside] : []), ...foldersFor(log, kind, year).map(folder => [...folder, name])]
		.map(path => path.reduce(childUri, log.root))
		.find(uri => kinds.kindOf(uri) === kind);
}

/** Returns the default folders of a kind and those of the configuration, relative to the log root. */
function foldersFor(log: Log, kind: RecordKind, year: string): readonly (readonly string[])[] {
	const globs = (log.configuration.files[kind] ?? []).map(parseGlob).filter(({ isException }) => !isException);
	const configured = globs.map(({ path }) => {
		const segments = path.split('/').slice(0, -1);
		const firstWildcard = segments.findIndex(segment => /[*?[\]{}]/.test(segment));
		return firstWildcard < 0 ? segments : segments.slice(0, firstWildcard);
	});
	const isRoot = kindOfFolder(nameOf(log.root)) === kind;
	const bases = [...(isRoot ? [[]] : []), [DEFAULT_FOLDERS[kind]], ...configured];
	return bases.flatMap(folder => (kind === 'incident' ? [[...folder, year], folder] : [folder]));
}

/**
 * Returns a path next to the newest document of a kind by its file name. Folders for a year and a month are those of the
 * date, and a folder for one record gets the new name.
 */
function besideNewest(
	log: Log,
	kind: RecordKind,
	name: string,
	format: RecordFormat,
	date: Temporal.PlainDate,
): readonly string[] | undefined {
	const paths = log
		.documents()
		.filter(document => document.kind === kind && document.format === format)
		.flatMap(({ uri }) => {
			const path = pathWithin(log.root, uri);
			return path === undefined || path.length === 0 ? [] : [{ path, own: recordFolder(path) }];
		})
		.sort((one, other) => compareText(nameIn(other), nameIn(one)));
	const [newest] = paths;
	if (newest === undefined) {
		return undefined;
	}
	const { path, own } = newest;
	const folders = own === undefined ? path.slice(0, -1) : path.slice(0, -2);
	const dated = folders.map((segment, index) =>
		isYear(segment)
			? String(date.year).padStart(4, '0')
			: isMonth(segment) && isYear(folders[index - 1] ?? '')
				? String(date.month).padStart(2, '0')
				: segment,
	);
	return own === undefined ? [...dated, name] : [...dated, name.slice(0, name.lastIndexOf('.')), path.at(-1) ?? name];
}

function nameIn({ path, own }: { readonly path: readonly string[]; readonly own: string | undefined }): string {
	return own ?? path.at(-1) ?? '';
}

function isYear(segment: string): boolean {
	return /^(?:19|20)\d\d$/.test(segment);
}

function isMonth(segment: string): boolean {
	return /^(?:0[1-9]|1[0-2])$/.test(segment);
}

/** Returns the URI for a new record in a folder. */
export function recordUriInFolder(folder: string, id: string): string {
	return childUri(folder, fileName(id, EXTENSIONS.yaml));
}

/** Returns a file name for an id. If it differs from the id, the record states its id. */
function fileName(id: string, extension: string): string {
	const name = SAFE_NAME.test(id) ? id : slug(id) || 'incident';
	let stem = '';
	let bytes = 0;
	for (const character of name) {
		bytes += new TextEncoder().encode(character).length;
		if (bytes > MAX_NAME_BYTES) {
			break;
		}
		stem += character;
	}
	return `${stem}.${extension}`;
}

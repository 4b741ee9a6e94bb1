import { parseGlob } from '../core/glob.ts';
import { slug } from '../core/slug.ts';
import { childUri } from '../core/uri/uri.ts';
import { configurationOf, FileKinds } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';

/** Limit for a file name without its extension. File systems allow 255 bytes. */
const MAX_NAME_BYTES = 200;
const SAFE_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;

/** Returns the folders of a log that records of a year are read from, the default one first. */
function foldersFor(log: Log, year: string): readonly (readonly string[])[] {
	const globs = (log.configuration.files.incident ?? []).map(parseGlob).filter(({ isException }) => !isException);
	const configured = globs.map(({ path }) => {
		const segments = path.split('/').slice(0, -1);
		const firstWildcard = segments.findIndex(segment => /[*?[\]{}]/.test(segment));
		return firstWildcard < 0 ? segments : segments.slice(0, firstWildcard);
	});
	return [['incidents'], ...configured].flatMap(folder => [[...folder, year], folder]);
}

/**
 * Returns the URI for a new record: `incidents/<year>/<id>.yaml`, or a file in a folder of the log's configuration.
 * Returns undefined if the log would not read any such file as a record.
 */
export function recordUriInLog(log: Log, id: string, year: string): string | undefined {
	const kinds = new FileKinds(log.root, log.configuration, configurationOf(log) !== undefined);
	return foldersFor(log, year)
		.map(folder => childUri(folder.reduce(childUri, log.root), fileName(id)))
		.find(uri => kinds.kindOf(uri) === 'incident');
}

/** Returns the URI for a new record in a folder. */
export function recordUriInFolder(folder: string, id: string): string {
	return childUri(folder, fileName(id));
}

/** Returns a file name for an id. If it differs from the id, the record states its id. */
function fileName(id: string): string {
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
	return `${stem}.yaml`;
}

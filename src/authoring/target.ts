import { slug } from '../core/slug.ts';
import { childUri } from '../core/uri/uri.ts';
import { configurationUri, FileKinds } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';

/** File systems take names of 255 bytes. */
const MOST_BYTES = 200;
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;

/** The folders of a log in which records are looked for, by the year of the incident. The usual one comes first. */
function foldersFor(log: Log, year: string): readonly (readonly string[])[] {
	const configured = (log.configuration.files.incident ?? []).map(glob => {
		const segments = glob.replace(/^\.\//, '').split('/').slice(0, -1);
		const firstOpen = segments.findIndex(segment => /[*?[\]{}]/.test(segment));
		return firstOpen < 0 ? segments : segments.slice(0, firstOpen);
	});
	return [['incidents'], ...configured].flatMap(folder => [[...folder, year], folder]);
}

/**
 * Where a log keeps the record of an incident of a year: `incidents/<year>/<id>.yaml`, or in the folder that its
 * configuration names. Undefined where no such file would be a record of this log.
 */
export function placeInLog(log: Log, id: string, year: string): string | undefined {
	const kinds = new FileKinds(log.root, log.configuration, log.document(configurationUri(log.root)) !== undefined);
	return foldersFor(log, year)
		.map(folder => childUri(folder.reduce(childUri, log.root), fileName(id)))
		.find(uri => kinds.kindOf(uri) === 'incident');
}

/** The file that a record of this id has in a folder. */
export function placeInFolder(folder: string, id: string): string {
	return childUri(folder, fileName(id));
}

/** The id, where it can be the name of a file; else as much of it as can be. The record states its id then. */
function fileName(id: string): string {
	const name = PLAIN.test(id) ? id : slug(id) || 'incident';
	let stem = '';
	let bytes = 0;
	for (const character of name) {
		bytes += new TextEncoder().encode(character).length;
		if (bytes > MOST_BYTES) {
			break;
		}
		stem += character;
	}
	return `${stem}.yaml`;
}

import { URI, Utils } from 'vscode-uri';
import { decodeUriPart } from './decode.ts';
import { resolveDestination } from './link-target.ts';

/** Matches URIs that are already normalised: a test is a hundred times faster than parsing. */
const PLAIN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]*\/[A-Za-z0-9/._~-]*$/;

/**
 * Normalises a URI to the form used inside the program: that of VS Code (all but unreserved characters percent-encoded,
 * the drive letter in lower case), without trailing slash, query and fragment.
 */
export function normalUri(uri: string): string {
	const normal = PLAIN.test(uri) ? uri : parse(uri);
	return normal.endsWith('/') && !normal.endsWith('//') ? normal.slice(0, -1) : normal;
}

function parse(uri: string): string {
	try {
		return URI.parse(uri).with({ query: '', fragment: '' }).toString();
	} catch {
		// A link written by a user may be an invalid URI. It then names no file.
		return uri;
	}
}

/** The URI of an entry of a folder. `name` is the name in the file system, not percent-encoded. */
export function childUri(folder: string, name: string): string {
	const plain = /^[A-Za-z0-9._~-]+$/.test(name) && !folder.endsWith('/');
	return plain ? `${folder}/${name}` : Utils.joinPath(URI.parse(folder), name).toString();
}

/** The parent folder; undefined for the root of a file system. */
export function parentUri(uri: string): string | undefined {
	const slash = uri.lastIndexOf('/');
	return slash <= 0 || uri[slash - 1] === '/' || uri[slash - 1] === ':' ? undefined : uri.slice(0, slash);
}

/** The folders above a file or folder, nearest first. */
export function* ancestorsOf(uri: string): Generator<string> {
	for (let folder = parentUri(uri); folder !== undefined; folder = parentUri(folder)) {
		yield folder;
	}
}

/** The last part of the path, decoded. */
export function nameOf(uri: string): string {
	return decodeUriPart(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Whether a URI is that of a folder or of something in it. */
export function isWithin(folder: string, uri: string): boolean {
	return uri.startsWith(folder) && (uri.length === folder.length || folder.endsWith('/') || uri[folder.length] === '/');
}

/** Resolves the destination of a link in the document at `base`; undefined if it is in none of the folders. */
export function resolveWithin(folders: readonly string[], base: string, destination: string): string | undefined {
	const uri = resolveDestination(base, destination);
	return uri !== undefined && folders.some(folder => isWithin(normalUri(folder), uri)) ? uri : undefined;
}

/** The path segments from a folder to a file in it, decoded; undefined for a URI that is not in the folder. */
export function pathWithin(folder: string, uri: string): readonly string[] | undefined {
	if (!isWithin(folder, uri)) {
		return undefined;
	}
	const path = uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
	return path === '' ? [] : path.split('/').map(decodeUriPart);
}

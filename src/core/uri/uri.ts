import { URI, Utils } from 'vscode-uri';
import { decodeUriPart } from './decode.ts';
import { resolveDestination } from './link-target.ts';

/** Already normalised: the common case, and a hundred times cheaper to test than to parse. */
const PLAIN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]*\/[A-Za-z0-9/._~-]*$/;

/**
 * The one spelling of a URI that is used inside: that of VS Code (everything but unreserved characters is
 * percent-encoded, a drive letter is small), without a slash at the end, query and fragment.
 */
export function normalUri(uri: string): string {
	const normal = PLAIN.test(uri) ? uri : parse(uri);
	return normal.endsWith('/') && !normal.endsWith('//') ? normal.slice(0, -1) : normal;
}

function parse(uri: string): string {
	try {
		return URI.parse(uri).with({ query: '', fragment: '' }).toString();
	} catch {
		// A link that a user wrote may be no URI at all; then it names no file.
		return uri;
	}
}

/** The URI of an entry of a folder. `name` is as the file system has it, not encoded. */
export function childUri(folder: string, name: string): string {
	const plain = /^[A-Za-z0-9._~-]+$/.test(name) && !folder.endsWith('/');
	return plain ? `${folder}/${name}` : Utils.joinPath(URI.parse(folder), name).toString();
}

/** The folder that holds a file or folder; undefined for the root of a file system. */
export function parentUri(uri: string): string | undefined {
	const slash = uri.lastIndexOf('/');
	return slash <= 0 || uri[slash - 1] === '/' || uri[slash - 1] === ':' ? undefined : uri.slice(0, slash);
}

/** A folder's parent, that one's parent, and so on upwards. */
export function* ancestorsOf(uri: string): Generator<string> {
	for (let folder = parentUri(uri); folder !== undefined; folder = parentUri(folder)) {
		yield folder;
	}
}

/** The last part of the path, decoded. */
export function nameOf(uri: string): string {
	return decodeUriPart(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Whether a URI is a folder's own or that of something in it. */
export function isWithin(folder: string, uri: string): boolean {
	return uri.startsWith(folder) && (uri.length === folder.length || folder.endsWith('/') || uri[folder.length] === '/');
}

/** What the destination of a link in the document at `base` means, where that is in one of some folders. */
export function resolveWithin(folders: readonly string[], base: string, destination: string): string | undefined {
	const uri = resolveDestination(base, destination);
	return uri !== undefined && folders.some(folder => isWithin(normalUri(folder), uri)) ? uri : undefined;
}

/** The names on the way from a folder down to a file in it, decoded; undefined for what is not within. */
export function pathWithin(folder: string, uri: string): readonly string[] | undefined {
	if (!isWithin(folder, uri)) {
		return undefined;
	}
	const path = uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
	return path === '' ? [] : path.split('/').map(decodeUriPart);
}

import { URI, Utils } from 'vscode-uri';
import { decodeUriPart } from './decode.ts';

/** RFC 3986, section 3.1. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** `//host/path`, which leads to another machine; browsers and Windows read `\` as `/`. */
const NETWORK_PATH = /^[\\/]{2}/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no name of a file that anybody links to holds one
const CONTROL = /[\u0000-\u001f\u007f]/;
/** A name that is encoded more often than this is treated as hostile. */
const MAX_ENCODINGS = 5;

/**
 * The URI that the destination of a link in the document at `base` means: decoded, then resolved, so that `%2e%2e/`,
 * `..%2f` and `..\` are steps to the folder above. Query and fragment are left out. Undefined for what is no path within
 * the same file system: an address with a scheme, `//host/path`, a control character, and a step to the folder above that
 * is encoded twice, which is there only to be overlooked.
 */
export function resolveDestination(base: string, destination: string): string | undefined {
	const [written = ''] = destination.split(/[?#]/, 1);
	const path = decodeUriPart(written);
	const isRefused = path === '' || SCHEME.test(written) || NETWORK_PATH.test(path) || CONTROL.test(path);
	return isRefused || hidesParentStep(path) ? undefined : resolveDecoded(base, path.replaceAll('\\', '/'));
}

/** The same for a path that is not encoded, as in a field of a record. */
export function resolveDecoded(base: string, path: string): string | undefined {
	try {
		return Utils.resolvePath(Utils.dirname(URI.parse(base)), path).toString();
	} catch {
		// A URI without a path has nothing that a path could be relative to.
		return undefined;
	}
}

function hidesParentStep(path: string): boolean {
	let decoded = path;
	for (let times = 0; times < MAX_ENCODINGS; times++) {
		const next = decodeUriPart(decoded);
		if (next === decoded) {
			return false;
		}
		if (parentSteps(next) > parentSteps(path) || CONTROL.test(next)) {
			return true;
		}
		decoded = next;
	}
	return true;
}

function parentSteps(path: string): number {
	return path.split(/[\\/]/).filter(step => step === '..').length;
}

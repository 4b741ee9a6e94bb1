import { URI, Utils } from 'vscode-uri';
import { decodeUriPart } from './decode.ts';

/** RFC 3986, section 3.1. */
export const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** `//host/path`, a path on another machine. Browsers and Windows read `\` as `/`. */
const NETWORK_PATH = /^[\\/]{2}/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: file names of links have no control characters
const CONTROL = /[\u0000-\u001f\u007f]/;
/** A path that is still percent-encoded after so many decodings is treated as hostile. */
const MAX_ENCODINGS = 5;

/**
 * Resolves the destination of a link in the document at `base`: decodes it first, so that `%2e%2e/`, `..%2f` and `..\`
 * are steps to the parent folder. Ignores query and fragment. Undefined for a destination that is not a path in the same
 * file system: one with a scheme, `//host/path`, one with a control character, and one with a step to the parent folder
 * that is encoded twice, which only serves to bypass a check.
 */
export function resolveDestination(base: string, destination: string): string | undefined {
	const [written = ''] = destination.split(/[?#]/, 1);
	const path = decodeUriPart(written);
	const isRefused = path === '' || SCHEME.test(written) || NETWORK_PATH.test(path) || CONTROL.test(path);
	return isRefused || hidesParentStep(path) ? undefined : resolveDecoded(base, path.replaceAll('\\', '/'));
}

/** A URI and a relative path that are resolved without parsing, in a tenth of the time: nothing is encoded or empty. */
const PLAIN_BASE = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]*(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){2,}$/;
const PLAIN_PATH = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/;

/** Like `resolveDestination`, for a path that is not percent-encoded, as in a field of a record. */
export function resolveDecoded(base: string, path: string): string | undefined {
	if (PLAIN_BASE.test(base) && PLAIN_PATH.test(path)) {
		return base.slice(0, base.lastIndexOf('/') + 1) + path;
	}
	try {
		return Utils.resolvePath(Utils.dirname(URI.parse(base)), path).toString();
	} catch {
		// A relative path cannot be resolved against a URI without a path.
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

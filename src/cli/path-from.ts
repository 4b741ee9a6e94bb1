import { decodeUriPart } from '../core/uri/decode.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';

/**
 * The path of a URI relative to a folder, with `/` on every system, decoded: `../log/a.yaml`; `.` for the folder itself.
 */
export function pathFrom(folder: string, uri: string): string {
	// With a child of both, the result ends with a file in all cases, also for a folder above.
	const child = decodeUriPart(relativeUri(childOf(folder), childOf(uri)));
	return child === CHILD ? '.' : child.slice(0, -CHILD.length - 1);
}

const CHILD = '-';

function childOf(uri: string): string {
	return uri.endsWith('/') ? uri + CHILD : `${uri}/${CHILD}`;
}

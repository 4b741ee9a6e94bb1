import type { DocumentFormat } from '../document-kind.ts';
import { decodeUriPart } from './decode.ts';
import { resolveDecoded, SCHEME } from './link-target.ts';

/** The file name of a URI without its extension: `2024-08-26-x` for `file:///log/incidents/2024-08-26-x.yaml`. */
export function fileStem(uri: string): string {
	const name = fileName(uri);
	const dot = name.lastIndexOf('.');
	return dot > 0 ? name.slice(0, dot) : name;
}

/** The format of a file: Markdown by its extension, otherwise YAML. */
export function formatOf(uri: string): DocumentFormat {
	return /\.(?:md|markdown)$/i.test(fileName(uri)) ? 'markdown' : 'yaml';
}

function fileName(uri: string): string {
	const path = withoutQuery(uri);
	return decodeUriPart(path.slice(path.lastIndexOf('/') + 1));
}

/** A URI or a path without its query and fragment. */
export function withoutQuery(uri: string): string {
	const end = uri.search(/[?#]/);
	return end < 0 ? uri : uri.slice(0, end);
}

/** Resolves a relative path, not percent-encoded, against a document's URI; undefined for a path with a scheme (`https:`). */
export function resolvePath(uri: string, path: string): string | undefined {
	const relative = withoutQuery(path);
	return relative === '' || SCHEME.test(relative) ? undefined : resolveDecoded(uri, relative);
}

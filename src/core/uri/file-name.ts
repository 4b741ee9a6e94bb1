import type { DocumentFormat } from '../document-kind.ts';
import { decodeUriPart } from './decode.ts';
import { resolveDecoded } from './link-target.ts';

/** The name of the file that a URI names, without its ending: `file:///log/incidents/2024-08-26-x.yaml` gives `2024-08-26-x`. */
export function fileStem(uri: string): string {
	const name = fileName(uri);
	const dot = name.lastIndexOf('.');
	return dot > 0 ? name.slice(0, dot) : name;
}

/** Markdown by its ending; everything else is read as YAML. */
export function formatOf(uri: string): DocumentFormat {
	return /\.(?:md|markdown)$/i.test(fileName(uri)) ? 'markdown' : 'yaml';
}

function fileName(uri: string): string {
	const path = uri.split(/[?#]/, 1)[0] ?? '';
	const name = path.slice(path.lastIndexOf('/') + 1);
	return decodeUriPart(name);
}

/** Resolves a relative path, not encoded, against the document at `uri`; undefined for an address of another kind (`https:`, `mailto:`). */
export function resolvePath(uri: string, path: string): string | undefined {
	const relative = path.split(/[?#]/, 1)[0] ?? '';
	return relative === '' || /^[a-z][a-z0-9+.-]*:/i.test(relative) ? undefined : resolveDecoded(uri, relative);
}

import { contains, type Range } from '../core/range.ts';
import { recordName } from '../core/record-files.ts';
import { comparableName, isPath, prefixesOf } from '../core/record-names.ts';
import type { Reference } from '../core/reference.ts';
import { decodeUriPart } from '../core/uri/decode.ts';
import { fileStem } from '../core/uri/file-name.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { nameOf, parentUri, pathWithin } from '../core/uri/uri.ts';
import { findFrontMatter } from '../parse/markdown/front-matter.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { yamlText } from '../parse/yaml/format-value.ts';

/** The id and the file of a record. */
export interface RecordName {
	readonly id: string;
	readonly uri: string;
}

/** A record that gets another id, another file, or both. */
export interface RecordRename {
	readonly before: RecordName;
	readonly after: RecordName;
	/** Of the log. */
	readonly root: string;
}

/** Ids that need no escapes in Markdown, and no quotes in YAML unless they are read as another type. */
export const SIMPLE_ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
/** Booleans of YAML 1.1. */
const YAML_1_1_BOOLEAN = /^(?:y|n|yes|no|on|off)$/i;

/**
 * The new text of a reference in a document whose URI will be `base`. Undefined if the text remains valid, as that of a dated
 * mention.
 */
export function renamedReference(
	{ target, range, form }: Reference,
	document: LogDocument,
	rename: RecordRename,
	base: string,
): string | undefined {
	const written = document.text.slice(range.start, range.end);
	const newText =
		target.by === 'id'
			? renamedName(written, rename, base)
			: target.by === 'uri' && (rename.before.uri !== rename.after.uri || base !== document.uri)
				? relativeUri(base, rename.after.uri) + (/[?#].*$/s.exec(written)?.[0] ?? '')
				: undefined;
	return newText === undefined || newText === written
		? undefined
		: form === 'field'
			? fieldText(newText, document, range)
			: newText;
}

/** A name or path as text of a field: escaped inside of quotes, and quoted if YAML would read it as another type. */
export function fieldText(name: string, { text, format }: LogDocument, { start, end }: Range): string {
	const range = format === 'yaml' ? { start: 0, end: text.length } : findFrontMatter(text)?.range;
	return range && contains(range, start) && contains(range, end) ? scalarIn(text, start, name) : name;
}

/** The text of a YAML scalar at an offset of a text, which may be in quotes. */
export function scalarIn(text: string, offset: number, name: string): string {
	switch (text[offset - 1]) {
		case '"':
			return JSON.stringify(name).slice(1, -1);
		case "'":
			return name.replaceAll("'", "''");
		default: {
			const isPlain = /^[\p{L}\p{N}_./][\p{L}\p{N}._/-]*$/u.test(name) && !YAML_1_1_BOOLEAN.test(name);
			return isPlain && yamlText(name) === name ? name : JSON.stringify(name);
		}
	}
}

/**
 * The new text of an id, a path, or a prefix of a name. Undefined if it remains valid: a path or file name of a file that
 * keeps its name, and a prefix of the new id.
 */
function renamedName(written: string, { before, after, root }: RecordRename, base: string): string | undefined {
	if (written === before.id) {
		return after.id;
	}
	if (isPath(written)) {
		return before.uri === after.uri ? undefined : renamedPath(written, before.uri, after.uri, root, base);
	}
	const name = comparableName(written);
	if (name === comparableName(before.id)) {
		return after.id;
	}
	if (prefixesOf(comparableName(before.id)).includes(name)) {
		return prefixesOf(comparableName(after.id)).includes(name) || before.id === after.id ? undefined : after.id;
	}
	const [oldName, newName] = [recordName(before.uri), recordName(after.uri)];
	return oldName === newName || prefixesOf(comparableName(newName)).includes(name) ? undefined : newName;
}

/** The new text of a path that is written in full, from the root, or as its end, with or without extension. */
function renamedPath(written: string, before: string, after: string, root: string, base: string): string {
	const hasExtension = /\.[^./]+$/.test(written);
	const name = hasExtension ? decodeUriPart(nameOf(after)) : fileStem(after);
	if (parentUri(before) === parentUri(after)) {
		return written.slice(0, written.lastIndexOf('/') + 1) + name;
	}
	const folders = (path: string) => path.split('/').slice(0, -1).map(decodeUriPart);
	if (/^\.\.?\//.test(written)) {
		return [...folders(relativeUri(base, after)), name].join('/');
	}
	const fromRoot = [...(pathWithin(root, after) ?? []).slice(0, -1), name];
	const steps = written.split('/').filter(step => step !== '').length;
	return written.startsWith('/') ? `/${fromRoot.join('/')}` : fromRoot.slice(-Math.max(steps, 1)).join('/');
}

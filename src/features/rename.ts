import type { RenameRequest } from 'vscode-languageserver-protocol';
import { RenameFile, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import { recordName } from '../core/record-files.ts';
import { comparableName, isPath, prefixesOf } from '../core/record-names.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { childUri, nameOf, parentUri } from '../core/uri/uri.ts';
import type { PlacedReference } from '../log/extract-facts.ts';
import type { Log } from '../log/log.ts';
import { documentFeature, RequestError, type Session } from './feature.ts';
import { type RenameTarget, renameTargetAt, writtenId } from './rename-target.ts';
import { toWorkspaceEdit } from './workspace-edit.ts';

/** Ids that need no quotes in YAML and no escapes in Markdown. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Renames the id of an incident or a postmortem: its definitions, all references to it, and the file name. */
export const rename = documentFeature<typeof RenameRequest>({
	method: 'textDocument/rename',
	capabilities: { renameProvider: { prepareProvider: true } },
	handle: ({ document, log, session }, { position, newName }): WorkspaceEdit | null => {
		const target = renameTargetAt({ document, log }, document.lines.offsetAt(position));
		if (target === undefined) {
			return null;
		}
		const { definition } = target;
		if (!ID.test(newName)) {
			throw new RequestError(`Invalid id \`${newName}\`. Expected letters, digits, dots, dashes and underscores.`);
		}
		if (newName !== definition.id && log.view.byId(newName, definition.kind).length > 0) {
			throw new RequestError(`Duplicate id \`${newName}\`: another ${definition.kind} has it. Expected an unused id.`);
		}
		const newUri = target.isNamedAfterIt && canRenameFiles(session) ? renamed(definition.uri, newName) : undefined;
		const edits = new Map<string, TextEdit[]>();
		const edit = (uri: string, change: TextEdit) => edits.set(uri, [...(edits.get(uri) ?? []), change]);
		for (const { uri, change } of editsOfDefinitions(target, log, newName, newUri)) {
			edit(uri, change);
		}
		for (const { uri, reference } of log.referencesTo(definition)) {
			const newText = textOf({ uri, reference }, log, definition, newName, newUri);
			if (newText !== undefined) {
				edit(uri, { range: reference.range, newText });
			}
		}
		return toWorkspaceEdit(session, log, edits, newUri ? [RenameFile.create(definition.uri, newUri)] : []);
	},
});

function canRenameFiles({ client }: Session): boolean {
	const { workspaceEdit } = client.workspace ?? {};
	return workspaceEdit?.documentChanges === true && (workspaceEdit.resourceOperations ?? []).includes('rename');
}

function renamed(uri: string, stem: string): string {
	const [ending = ''] = /\.[^.]*$/.exec(nameOf(uri)) ?? [];
	return childUri(parentUri(uri) ?? '', stem + ending);
}

/** Edits of the written ids: in the record, and in comments of bulletin entries of the same incident. */
function editsOfDefinitions(
	{ definition, document, written }: RenameTarget,
	log: Log,
	newText: string,
	newUri: string | undefined,
): { readonly uri: string; readonly change: TextEdit }[] {
	const elsewhere = log.view
		.byId(definition.id, definition.kind)
		.filter(({ source, uri }) => source === 'entry' && uri !== definition.uri)
		.flatMap(entry => {
			const entryDocument = log.document(entry.uri);
			const range = entryDocument && writtenId(entry, entryDocument);
			return range ? [{ uri: entry.uri, change: { range, newText } }] : [];
		});
	if (written !== undefined) {
		return [{ uri: definition.uri, change: { range: written, newText } }, ...elsewhere];
	}
	if (newUri !== undefined) {
		return elsewhere;
	}
	// The file keeps its name: the new id must be written.
	const { data } = document;
	const start = data?.range.start ?? 0;
	const line = `id: ${newText}\n`;
	const needsFrontMatter =
		document.format === 'markdown' && (data === undefined || data.range.start === data.range.end);
	const change = { range: { start, end: start }, newText: needsFrontMatter ? `---\n${line}---\n\n` : line };
	return [{ uri: definition.uri, change }, ...elsewhere];
}

/** The new text of a reference; undefined if the reference does not contain the id, such as a dated mention. */
function textOf(
	{ uri, reference: { target, range } }: PlacedReference,
	log: Log,
	definition: Definition,
	newName: string,
	newUri: string | undefined,
): string | undefined {
	const written = log.document(uri)?.text.slice(range.start, range.end) ?? '';
	if (target.by === 'id') {
		return nameAfterRename(written, definition, newName, newUri !== undefined);
	}
	if (target.by !== 'uri' || newUri === undefined) {
		return undefined;
	}
	const [fragment = ''] = /[?#].*$/s.exec(written) ?? [];
	return relativeUri(uri === definition.uri ? newUri : uri, newUri) + fragment;
}

/**
 * The new text of an id, a path, or a prefix of a name. Undefined if it remains valid: a path or file name of a file that
 * keeps its name, and a prefix of the new id.
 */
function nameAfterRename(
	written: string,
	{ id, uri }: Definition,
	newName: string,
	isFileRenamed: boolean,
): string | undefined {
	if (written === id) {
		return newName;
	}
	if (isPath(written)) {
		const [extension = ''] = /\.[^./]*$/.exec(written) ?? [];
		return isFileRenamed ? written.slice(0, written.lastIndexOf('/') + 1) + newName + extension : undefined;
	}
	const name = comparableName(written);
	if (name === comparableName(id)) {
		return newName;
	}
	const isOfId = prefixesOf(comparableName(id)).includes(name);
	const isOfFile = comparableName(recordName(uri)) !== comparableName(id) && !isOfId;
	const isStillPrefix = prefixesOf(comparableName(newName)).includes(name);
	return isStillPrefix || (isOfFile && !isFileRenamed) ? undefined : newName;
}

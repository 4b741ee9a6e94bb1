import type { RenameRequest } from 'vscode-languageserver-protocol';
import { RenameFile, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../core/text-edit.ts';
import { childUri, nameOf, parentUri } from '../core/uri/uri.ts';
import { visibleText } from '../core/visible-text.ts';
import type { Log } from '../log/log.ts';
import { documentFeature, RequestError, type Session } from './feature.ts';
import { type RenameTarget, renameTargetAt, writtenId } from './rename-target.ts';
import { fieldText, renamedReference, SIMPLE_ID, scalarIn } from './renamed-reference.ts';
import { toWorkspaceEdit } from './workspace-edit.ts';

/** In UTF-16 units. Names of files have a limit of 255 bytes. */
const MAX_ID_LENGTH = 200;

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
		if (newName.length > MAX_ID_LENGTH) {
			throw new RequestError(`Id of ${newName.length} characters. Expected at most ${MAX_ID_LENGTH}.`);
		}
		if (!SIMPLE_ID.test(newName)) {
			throw new RequestError(
				`Invalid id \`${visibleText(newName)}\`. Expected letters, digits, dots, dashes and underscores.`,
			);
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
		const after = { id: newName, uri: newUri ?? definition.uri };
		for (const { uri, reference } of log.referencesTo(definition)) {
			const referring = log.document(uri);
			const base = uri === definition.uri ? after.uri : uri;
			const newText =
				referring && renamedReference(reference, referring, { before: definition, after, root: log.root }, base);
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
	newId: string,
	newUri: string | undefined,
): { readonly uri: string; readonly change: TextEdit }[] {
	const elsewhere = log.view
		.byId(definition.id, definition.kind)
		.filter(({ source, uri }) => source === 'entry' && uri !== definition.uri)
		.flatMap(entry => {
			const entryDocument = log.document(entry.uri);
			const range = entryDocument && writtenId(entry, entryDocument);
			// The id is in the YAML of a comment.
			return range
				? [{ uri: entry.uri, change: { range, newText: scalarIn(entryDocument.text, range.start, newId) } }]
				: [];
		});
	if (written !== undefined) {
		const newText =
			definition.source === 'entry'
				? scalarIn(document.text, written.start, newId)
				: fieldText(newId, document, written);
		return [{ uri: definition.uri, change: { range: written, newText } }, ...elsewhere];
	}
	if (newUri !== undefined) {
		return elsewhere;
	}
	// The file keeps its name: the new id must be written.
	const { data } = document;
	const start = data?.range.start ?? 0;
	const line = `id: ${scalarIn('', 0, newId)}\n`;
	const needsFrontMatter =
		document.format === 'markdown' && (data === undefined || data.range.start === data.range.end);
	const change = { range: { start, end: start }, newText: needsFrontMatter ? `---\n${line}---\n\n` : line };
	return [{ uri: definition.uri, change }, ...elsewhere];
}

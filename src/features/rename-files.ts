import type { WillRenameFilesRequest } from 'vscode-languageserver-protocol';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { movedPath } from '../authoring/moved-links.ts';
import type { Definition } from '../core/definition.ts';
import { isCandidate, recordName } from '../core/record-files.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { nameOf } from '../core/uri/uri.ts';
import type { Log } from '../log/log.ts';
import { readMarkdown } from '../parse/markdown/read-markdown.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { workspaceFeature } from './feature.ts';
import { FILE_OPERATIONS, type Move, moveOf } from './file-operations.ts';
import { writtenId } from './rename-target.ts';
import { renamedReference } from './renamed-reference.ts';
import { mergeWorkspaceEdits, toWorkspaceEdit } from './workspace-edit.ts';

/**
 * Keeps references valid when files or folders are renamed or moved: references to them by id, path or file name, and links in
 * them.
 */
export const renameFiles = workspaceFeature<typeof WillRenameFilesRequest>({
	method: 'workspace/willRenameFiles',
	capabilities: { workspace: { fileOperations: { willRename: FILE_OPERATIONS } } },
	emptyResult: null,
	handle: (session, { files }): WorkspaceEdit | null => {
		const move = moveOf(files);
		return mergeWorkspaceEdits(
			[...session.logs()].map(log => {
				log.requireRead();
				return toWorkspaceEdit(session, log, editsOf(log, move));
			}),
		);
	},
});

function editsOf(log: Log, move: Move): Map<string, TextEdit[]> {
	const edits = new Map<string, Map<number, TextEdit>>();
	const edit = (uri: string, change: TextEdit) => {
		const ofDocument = edits.get(uri) ?? new Map<number, TextEdit>();
		edits.set(uri, ofDocument.set(change.range.start, change));
	};
	for (const { uri } of log.documents()) {
		const document = move(uri) === uri ? undefined : log.document(uri);
		if (document === undefined) {
			continue;
		}
		for (const change of changedLinks(document, move)) {
			edit(uri, change);
		}
		for (const definition of log.definitionsOf(uri).filter(({ source }) => source === 'record')) {
			for (const { uri: from, change } of changedReferences(definition, document, log, move)) {
				edit(from, change);
			}
		}
	}
	return new Map([...edits].map(([uri, changes]) => [uri, [...changes.values()]]));
}

/** The edits of references to a record whose file is moved. */
function changedReferences(
	definition: Definition,
	document: LogDocument,
	log: Log,
	move: Move,
): { readonly uri: string; readonly change: TextEdit }[] {
	const uri = move(definition.uri);
	const isNamedAfterFile =
		isCandidate(nameOf(uri)) &&
		definition.id === recordName(definition.uri) &&
		writtenId(definition, document) === undefined;
	const after = { id: isNamedAfterFile ? recordName(uri) : definition.id, uri };
	return log.referencesTo(definition).flatMap(({ uri: from, reference }) => {
		const referring = log.document(from);
		const rename = { before: definition, after, root: move(log.root) };
		const newText = referring && renamedReference(reference, referring, rename, move(from));
		return newText === undefined ? [] : [{ uri: from, change: { range: reference.range, newText } }];
	});
}

/** The edits of relative links and paths in a document that is moved itself. */
function changedLinks(document: LogDocument, move: Move): TextEdit[] {
	const { uri, text, body, references } = document;
	const page = body && readMarkdown(text, body.range.start);
	const links = page ? [...page.links.map(({ destination }) => destination), ...page.images] : [];
	const paths = references.filter(({ target }) => target.by === 'uri').map(({ range }) => range);
	return [...links, ...paths].flatMap(range => {
		const written = text.slice(range.start, range.end);
		const newText = movedPath(written, uri, move(uri), move);
		return newText === written ? [] : [{ range, newText }];
	});
}

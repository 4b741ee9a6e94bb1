import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver-types';
import { withLineBreak } from '../core/line-breaks.ts';
import { disjointEdits, type TextEdit } from '../core/text-edit.ts';
import { nameOf } from '../core/uri/uri.ts';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { RequestError, type Session } from './feature.ts';
import { toLspRange } from './positions.ts';

/**
 * Converts edits by URI to a workspace edit. It contains document versions if the client supports them. Files are
 * renamed after the edits of texts. Edits do not overlap, because an editor may apply them in any order.
 */
export function toWorkspaceEdit(
	session: Session,
	log: Log,
	edits: ReadonlyMap<string, readonly TextEdit[]>,
	renames: readonly RenameFile[] = [],
): WorkspaceEdit {
	const changes = [...edits].flatMap(([uri, list]) => {
		const document = log.document(uri);
		if (document === undefined) {
			return [];
		}
		const disjoint = disjointEdits(list);
		if (disjoint === undefined) {
			throw new RequestError(
				`Overlapping changes of \`${nameOf(uri)}\`. Expected separate ranges; nothing was changed.`,
			);
		}
		const toLsp = ({ range, newText }: TextEdit) => ({
			range: toLspRange(document, range),
			newText: withLineBreak(newText, document.lineBreak),
		});
		return [{ uri, edits: disjoint.map(toLsp) }];
	});
	if (!session.client.workspace?.workspaceEdit?.documentChanges) {
		return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
	}
	const versioned = changes.map(({ uri, edits }) => ({ textDocument: { uri, version: session.version(uri) }, edits }));
	return { documentChanges: [...versioned, ...renames] };
}

/** The edit that creates a file with a text, if the client can create files. */
export function creation(session: Session, uri: string, text: string): WorkspaceEdit | undefined {
	const { documentChanges, resourceOperations } = session.client.workspace?.workspaceEdit ?? {};
	if (!documentChanges || !resourceOperations?.includes('create')) {
		return undefined;
	}
	const start = { line: 0, character: 0 };
	return {
		documentChanges: [
			{ kind: 'create', uri, options: { overwrite: false } },
			{ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
		],
	};
}

/** The edit that inserts a text at an offset, in which the placeholder is selected if the client supports it. */
export function insertion(
	session: Session,
	document: LogDocument,
	offset: number,
	[before, placeholder, after]: readonly [string, string, string],
): WorkspaceEdit {
	const { uri, lines, lineBreak } = document;
	const at = lines.positionAt(offset);
	const range = { start: at, end: at };
	const text = (between: string) => withLineBreak(before + between + after, lineBreak);
	const { documentChanges, snippetEditSupport } = session.client.workspace?.workspaceEdit ?? {};
	if (!documentChanges) {
		return { changes: { [uri]: [{ range, newText: text(placeholder) }] } };
	}
	const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&');
	const snippet = withLineBreak(`${escaped(before)}\${1:${placeholder}}${escaped(after)}`, lineBreak);
	const edit = snippetEditSupport
		? { range, snippet: { kind: 'snippet' as const, value: snippet } }
		: { range, newText: text(placeholder) };
	return { documentChanges: [{ textDocument: { uri, version: session.version(uri) }, edits: [edit] }] };
}

/** Joins edits of different documents. Null if there is no change. */
export function mergeWorkspaceEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
	const documentChanges = edits.flatMap(edit => edit.documentChanges ?? []);
	const changes = Object.assign({}, ...edits.map(edit => edit.changes)) as NonNullable<WorkspaceEdit['changes']>;
	return documentChanges.length > 0 ? { documentChanges } : Object.keys(changes).length > 0 ? { changes } : null;
}

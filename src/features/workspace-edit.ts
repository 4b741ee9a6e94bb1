import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver-types';
import { withLineBreak } from '../core/line-breaks.ts';
import { disjointEdits, type TextEdit } from '../core/text-edit.ts';
import { nameOf } from '../core/uri/uri.ts';
import type { Log } from '../log/log.ts';
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

/** Joins edits of different documents. Null if there is no change. */
export function mergeWorkspaceEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
	const documentChanges = edits.flatMap(edit => edit.documentChanges ?? []);
	const changes = Object.assign({}, ...edits.map(edit => edit.changes)) as NonNullable<WorkspaceEdit['changes']>;
	return documentChanges.length > 0 ? { documentChanges } : Object.keys(changes).length > 0 ? { changes } : null;
}

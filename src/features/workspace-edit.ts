import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver-types';
import { withLineBreak } from '../core/line-breaks.ts';
import { disjointEdits, type TextEdit } from '../core/text-edit.ts';
import { nameOf } from '../core/uri/uri.ts';
import type { Log } from '../log/log.ts';
import { RequestError, type Session } from './feature.ts';
import { toLspRange } from './positions.ts';

/**
 * Edits of documents by URI, as the client can take them: tied to the versions that they were made for, where it holds
 * to these. Files are renamed after the texts were changed. No two edits overlap: an editor may apply them in any order.
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
			throw new RequestError(`two changes of \`${nameOf(uri)}\` overlap; nothing was changed`);
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

import type { RenameRequest } from 'vscode-languageserver-protocol';
import { RenameFile, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { childUri, nameOf, parentUri } from '../core/uri/uri.ts';
import type { PlacedReference } from '../log/extract-facts.ts';
import type { Log } from '../log/log.ts';
import { documentFeature, RequestError, type Session } from './feature.ts';
import { type RenameTarget, renameTargetAt, writtenId } from './rename-target.ts';
import { toWorkspaceEdit } from './workspace-edit.ts';

/** What an id may be made of, so that it needs no quotes in YAML and no brackets in Markdown. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Gives an incident or a postmortem another id: where it is written, wherever it is named, and as the file's name. */
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
			throw new RequestError(`\`${newName}\` is no id; expected letters, digits, dots, dashes and underscores`);
		}
		if (newName !== definition.id && log.view.byId(newName, definition.kind).length > 0) {
			throw new RequestError(`\`${newName}\` is the id of another ${definition.kind}; expected one that is free`);
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

/** The id where it is written: in the record, and in the comments of bulletin entries that tell of the same incident. */
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
	// The file keeps its name, so that the id has to be said.
	const { data } = document;
	const start = data?.range.start ?? 0;
	const line = `id: ${newText}\n`;
	const needsFrontMatter =
		document.format === 'markdown' && (data === undefined || data.range.start === data.range.end);
	const change = { range: { start, end: start }, newText: needsFrontMatter ? `---\n${line}---\n\n` : line };
	return [{ uri: definition.uri, change }, ...elsewhere];
}

/** What a reference says after the rename; undefined for one that does not say the id, such as a dated mention. */
function textOf(
	{ uri, reference: { target, range } }: PlacedReference,
	log: Log,
	definition: Definition,
	newName: string,
	newUri: string | undefined,
): string | undefined {
	if (target.by === 'id') {
		return newName;
	}
	if (target.by !== 'uri' || newUri === undefined) {
		return undefined;
	}
	const [place = ''] = /[?#].*$/s.exec(log.document(uri)?.text.slice(range.start, range.end) ?? '') ?? [];
	return relativeUri(uri === definition.uri ? newUri : uri, newUri) + place;
}

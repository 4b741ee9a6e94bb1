import type { Position, Range } from 'vscode-languageserver-types';
import { FIX_ALL } from '../../src/features/code-actions.ts';
import type { Feature, Session } from '../../src/features/feature.ts';
import { RequestError } from '../../src/features/feature.ts';
import { features } from '../../src/features/index.ts';
import type { Log } from '../../src/log/log.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { faultsOf } from './answers.ts';
import { NEVER_CANCELLED } from './session.ts';

/** A request of the editor, with a name that is unique among the requests of its method. */
export interface EditorRequest {
	readonly name: string;
	readonly feature: Feature;
	/** Whether the answer depends on where the cursor is. */
	readonly atOffset: boolean;
	readonly params: (document: LogDocument, offset: number) => object;
}

type Variants = Readonly<Record<string, EditorRequest['params']>>;

const position: EditorRequest['params'] = ({ uri, lines }, offset) => ({
	textDocument: { uri },
	position: lines.positionAt(offset),
});
const document: EditorRequest['params'] = ({ uri }) => ({ textDocument: { uri } });

const AT_OFFSET: Readonly<Record<string, Variants>> = {
	'textDocument/hover': { '': position },
	'textDocument/definition': { '': position },
	'textDocument/references': {
		'': (of, offset) => ({ ...position(of, offset), context: { includeDeclaration: true } }),
	},
	'textDocument/completion': {
		invoked: (of, offset) => ({ ...position(of, offset), context: { triggerKind: 1 } }),
		'typed space': (of, offset) => ({
			...position(of, offset),
			context: { triggerKind: 2, triggerCharacter: ' ' },
		}),
	},
	'textDocument/codeAction': {
		'': (of, offset) => ({
			...document(of, offset),
			range: { start: of.lines.positionAt(offset), end: of.lines.positionAt(offset) },
			context: { diagnostics: [] },
		}),
	},
	'textDocument/documentHighlight': { '': position },
	'textDocument/selectionRange': {
		'': (of, offset) => ({ ...document(of, offset), positions: [of.lines.positionAt(offset)] }),
	},
	'textDocument/prepareRename': { '': position },
	'textDocument/rename': { '': (of, offset) => ({ ...position(of, offset), newName: '2031-01-01-renamed' }) },
};

const OF_DOCUMENT: Readonly<Record<string, Variants>> = {
	'textDocument/diagnostic': { '': document },
	'textDocument/documentLink': { '': document },
	'textDocument/documentSymbol': { '': document },
	'textDocument/foldingRange': { '': document },
	'textDocument/codeLens': { '': document },
	'textDocument/inlayHint': {
		'': of => ({
			...document(of, 0),
			range: { start: of.lines.positionAt(0), end: of.lines.positionAt(of.text.length) },
		}),
	},
	'textDocument/codeAction': {
		'fix all': of => ({
			...document(of, 0),
			range: { start: of.lines.positionAt(0), end: of.lines.positionAt(of.text.length) },
			context: { diagnostics: [], only: [FIX_ALL] },
		}),
	},
	'workspace/diagnostic': { '': () => ({ previousResultIds: [] }) },
	'workspace/symbol': { '': () => ({ query: '' }) },
	'workspace/willRenameFiles': {
		'': ({ uri }) => ({ files: [{ oldUri: uri, newUri: uri.replace(/[^/]*$/, '2031/01-renamed.yaml') }] }),
	},
};

/**
 * The requests of all features in `features/index.ts`. A feature without parameters here is an error, so that none is
 * left out.
 */
export const editorRequests: readonly EditorRequest[] = features.flatMap(feature => {
	const requests = [
		...variants(feature, AT_OFFSET[feature.method], true),
		...variants(feature, OF_DOCUMENT[feature.method], false),
	];
	if (requests.length === 0) {
		throw new Error(`${feature.method}: add its parameters to test/support/every-request.ts`);
	}
	return requests;
});

function variants(feature: Feature, params: Variants = {}, atOffset: boolean): EditorRequest[] {
	return Object.entries(params).map(([name, params]) => ({
		name: [feature.method, name].filter(Boolean).join(', '),
		feature,
		atOffset,
		params,
	}));
}

/** Returns the answer to a request. A `RequestError` is an answer as well: its message is returned. */
export async function answerTo(
	request: EditorRequest,
	session: Session,
	document: LogDocument,
	offset: number,
): Promise<unknown> {
	try {
		return await request.feature.handle(session, request.params(document, offset), NEVER_CANCELLED);
	} catch (error) {
		if (error instanceof RequestError) {
			return { refused: error.message };
		}
		throw error;
	}
}

/** The protocol requires that a completion replaces a range within one line that contains the cursor. */
function replacedElsewhere(answer: unknown, { line, character }: Position): string[] {
	if (typeof answer !== 'object' || answer === null || !('items' in answer) || !('isIncomplete' in answer)) {
		return [];
	}
	const [item] = answer.items as readonly { readonly textEdit?: { readonly range: Range } }[];
	const { start, end } = item?.textEdit?.range ?? { start: { line, character }, end: { line, character } };
	const holds = start.line === line && end.line === line && start.character <= character && character <= end.character;
	return holds ? [] : [`completion replaces ${JSON.stringify({ start, end })}`];
}

export interface AskOptions {
	readonly log: Log;
	readonly session: Session;
	readonly uri: string;
	/** The positions of the cursor. Requests that do not depend on it are sent once. */
	readonly offsets: Iterable<number>;
	/** Called before each request, for a watchdog: the index of the request in `editorRequests`, and the offset. */
	readonly onRequest?: (index: number, offset: number) => void;
}

/**
 * Sends every request that an editor can make about a document. Returns exceptions and faults in answers as text with the
 * name of the request and the offset.
 */
export async function askEverything({ log, session, uri, offsets, onRequest }: AskOptions): Promise<string[]> {
	const document = log.document(uri);
	if (document === undefined) {
		return [`${uri}: the document does not exist`];
	}
	const faults: string[] = [];
	const ask = async (request: EditorRequest, index: number, offset: number) => {
		onRequest?.(index, offset);
		try {
			const answer = await answerTo(request, session, document, offset);
			const found = [...faultsOf(answer, uri, log), ...replacedElsewhere(answer, document.lines.positionAt(offset))];
			faults.push(...found.map(fault => `${request.name} at ${offset}: ${fault}`));
		} catch (error) {
			faults.push(`${request.name} at ${offset}: ${error instanceof Error ? error.stack : String(error)}`);
		}
	};
	for (const [index, request] of editorRequests.entries()) {
		if (!request.atOffset) {
			await ask(request, index, 0);
		}
	}
	for (const offset of offsets) {
		for (const [index, request] of editorRequests.entries()) {
			if (request.atOffset) {
				await ask(request, index, offset);
			}
		}
	}
	return faults;
}

/** Returns true if a value from a client has the expected shape. Only properties that the server reads are checked. */
type Check = (value: unknown) => boolean;

const isString: Check = value => typeof value === 'string';
const isBoolean: Check = value => typeof value === 'boolean';
const isInteger: Check = value => Number.isInteger(value);
/** As LSP defines it: from 0 to 2^31 - 1. */
const isUinteger: Check = value =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
const isToken: Check = value => isString(value) || isInteger(value);
const anything: Check = () => true;

const optional =
	(check: Check): Check =>
	value =>
		value === undefined || check(value);
const orNull =
	(check: Check): Check =>
	value =>
		value === null || check(value);
const list =
	(check: Check): Check =>
	value =>
		Array.isArray(value) && value.every(check);
const object =
	(members: Readonly<Record<string, Check>>): Check =>
	value =>
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.entries(members).every(([name, check]) => check(Reflect.get(value, name)));

const oneOf =
	(...checks: readonly Check[]): Check =>
	value =>
		checks.some(check => check(value));
const literal =
	(text: string): Check =>
	value =>
		value === text;

const position = object({ line: isUinteger, character: isUinteger });
const range = object({ start: position, end: position });
const identified = object({ uri: isString });
const textDocument = identified;
const atPosition = { textDocument, position };
const files = object({ files: list(identified) });
const renamedFiles = object({ files: list(object({ oldUri: isString, newUri: isString })) });
const newDocument = oneOf(
	object({
		kind: literal('incident'),
		title: isString,
		impact: optional(isString),
		components: optional(list(isString)),
	}),
	object({ kind: literal('postmortem'), incident: isString }),
	object({ kind: literal('bulletin') }),
);

/**
 * The parameters of every handled method. The types of the handlers come from the protocol library, which does not
 * validate messages: invalid parameters must not reach a handler.
 */
const PARAMS: ReadonlyMap<string, Check> = new Map<string, Check>([
	[
		'initialize',
		object({
			capabilities: object({
				workspace: optional(object({})),
				textDocument: optional(object({})),
				window: optional(object({})),
			}),
			rootUri: optional(orNull(isString)),
			workspaceFolders: optional(orNull(list(identified))),
		}),
	],
	['initialized', anything],
	['shutdown', anything],
	['exit', anything],
	['$/cancelRequest', object({ id: isToken })],
	['$/setTrace', object({ value: isString })],
	['window/workDoneProgress/cancel', object({ token: isToken })],
	['textDocument/didOpen', object({ textDocument: object({ uri: isString, version: isInteger, text: isString }) })],
	[
		'textDocument/didChange',
		object({
			textDocument: object({ uri: isString, version: isInteger }),
			contentChanges: list(object({ text: isString, range: optional(range) })),
		}),
	],
	['textDocument/didSave', object({ textDocument })],
	['textDocument/didClose', object({ textDocument })],
	['workspace/didChangeWatchedFiles', object({ changes: list(object({ uri: isString, type: isInteger })) })],
	[
		'workspace/didChangeWorkspaceFolders',
		object({ event: object({ added: list(identified), removed: list(identified) }) }),
	],
	['workspace/didCreateFiles', files],
	['workspace/didDeleteFiles', files],
	['workspace/willRenameFiles', renamedFiles],
	['workspace/didRenameFiles', renamedFiles],
	['textDocument/diagnostic', object({ textDocument, previousResultId: optional(isString) })],
	[
		'workspace/diagnostic',
		object({
			previousResultIds: list(object({ uri: isString, value: isString })),
			partialResultToken: optional(isToken),
		}),
	],
	['textDocument/hover', object(atPosition)],
	['textDocument/definition', object(atPosition)],
	['textDocument/references', object({ ...atPosition, context: object({ includeDeclaration: isBoolean }) })],
	['textDocument/completion', object(atPosition)],
	[
		'textDocument/codeAction',
		object({
			textDocument,
			range,
			context: object({
				diagnostics: list(object({ range, message: anything })),
				only: optional(list(isString)),
			}),
		}),
	],
	['textDocument/documentLink', object({ textDocument })],
	['textDocument/documentHighlight', object(atPosition)],
	['textDocument/codeLens', object({ textDocument })],
	['textDocument/inlayHint', object({ textDocument, range })],
	['textDocument/foldingRange', object({ textDocument })],
	['textDocument/selectionRange', object({ textDocument, positions: list(position) })],
	['textDocument/documentSymbol', object({ textDocument })],
	['workspace/symbol', object({ query: isString })],
	['textDocument/prepareRename', object(atPosition)],
	['textDocument/rename', object({ ...atPosition, newName: isString })],
	['incidentLog/kind', identified],
	['incidentLog/deletion', object({ uris: list(isString) })],
	['incidentLog/logs', object({})],
	['incidentLog/relations', identified],
	['incidentLog/tool', object({ name: isString, input: object({}) })],
	['incidentLog/page', object({ uri: isString, week: optional(isString) })],
	[
		'incidentLog/pageView',
		object({ uri: isString, week: optional(isString), view: isString, known: optional(isUinteger) }),
	],
	['incidentLog/published', object({ uri: isString, week: optional(isString) })],
	['incidentLog/status', identified],
	['incidentLog/coverage', identified],
	['incidentLog/propose', object({ uri: isString, timeZone: optional(isString) })],
	['incidentLog/incidents', identified],
	['incidentLog/new', object({ uri: isString, document: newDocument })],
	['incidentLog/position', object({ uri: isString, offset: isUinteger })],
]);

/** The methods with checked parameters. */
export const checkedMethods: readonly string[] = [...PARAMS.keys()];

/** Returns true if the parameters match their method, and for unhandled methods. */
export function hasValidParams(method: string, params: unknown): boolean {
	return PARAMS.get(method)?.(params) ?? true;
}

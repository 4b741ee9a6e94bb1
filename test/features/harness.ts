import type { Position } from 'vscode-languageserver-types';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import type { Feature, Session } from '../../src/features/feature.ts';
import { FileKinds } from '../../src/log/kinds.ts';
import { Log } from '../../src/log/log.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { readConfiguration } from '../../src/parse/records/configuration.ts';
import { throwDefect } from '../support/defects.ts';
import { EDITOR, NEVER_CANCELLED, sessionOver } from '../support/session.ts';

export { EDITOR };

const ROOT = 'file:///log';
const ONE_FILE = 'incidents/2024-08-26-lease.yaml';
const CONFIGURATION = `${ROOT}/incident-log.yaml`;

export interface Cursor {
	readonly uri: string;
	readonly position: Position;
}

/** A log in memory, with a cursor in it, and features that are asked about it. */
export interface OpenLog {
	readonly log: Log;
	readonly session: Session;
	/** Where `$$` stood. */
	readonly cursor: Cursor;
	/** The URI of a file by its path from the log's root. */
	uri(path: string): string;
	/** Asks a feature about the cursor, or whatever `params` say instead. */
	ask<Answer>(feature: Feature, params?: object): Promise<Answer>;
	/** Replaces a file's text, or removes the file. */
	set(path: string, text: string | undefined): void;
}

/** `marked`: files, each under a line `//- path`, with `$$` at the cursor; without such a line, one incident. */
export function openLog(marked: string, { client = EDITOR, now = '2024-09-01T12:00:00Z' } = {}): OpenLog {
	const files = new Map<string, string>();
	let cursorAt: { readonly uri: string; readonly offset: number } | undefined;
	for (const part of marked.startsWith('//- ') ? marked.slice(4).split('\n//- ') : [`${ONE_FILE}\n${marked}`]) {
		const end = part.indexOf('\n');
		const uri = `${ROOT}/${part.slice(0, end).trim()}`;
		const text = part.slice(end + 1);
		if (text.includes('$$')) {
			cursorAt = { uri, offset: text.indexOf('$$') };
		}
		files.set(uri, text.replace('$$', ''));
	}
	const clock = { now: () => Date.parse(now) };
	const configuration = files.has(CONFIGURATION)
		? readConfiguration(
				parseDocument({
					uri: CONFIGURATION,
					text: files.get(CONFIGURATION) ?? '',
					kind: 'configuration',
					configuration: DEFAULT_CONFIGURATION,
				}),
			)
		: DEFAULT_CONFIGURATION;
	const log = new Log({ root: ROOT, configuration, clock, onDefect: throwDefect });
	const kinds = new FileKinds(ROOT, configuration, true);
	const set = (uri: string, text: string | undefined) => {
		const kind = kinds.kindOf(uri);
		if (kind !== undefined && text !== undefined) {
			log.set(uri, text, kind);
		} else {
			log.delete(uri);
		}
	};
	for (const [uri, text] of files) {
		set(uri, text);
	}
	const session = sessionOver(log, clock.now(), client);
	const cursor: Cursor = {
		uri: cursorAt?.uri ?? `${ROOT}/${ONE_FILE}`,
		position: log.document(cursorAt?.uri ?? '')?.lines.positionAt(cursorAt?.offset ?? 0) ?? { line: 0, character: 0 },
	};
	return {
		log,
		session,
		cursor,
		uri: path => `${ROOT}/${path}`,
		set: (path, text) => set(`${ROOT}/${path}`, text),
		ask: async <Answer>(feature: Feature, params: object = {}) =>
			(await feature.handle(
				session,
				{ textDocument: { uri: cursor.uri }, position: cursor.position, ...params },
				NEVER_CANCELLED,
			)) as Answer,
	};
}

/** A place as a test writes it: path, line and character from 1, and the text there. */
export function told(log: Log, { uri, range }: { uri: string; range: { start: Position; end: Position } }): string {
	const document = log.document(uri);
	const start = document?.lines.offsetAt(range.start) ?? 0;
	const end = document?.lines.offsetAt(range.end) ?? 0;
	const text = document?.text.slice(start, end).replace(/\s+/g, ' ');
	return `${uri.slice(ROOT.length + 1)}:${range.start.line + 1}:${range.start.character + 1} ${text}`;
}

import type { Position } from 'vscode-languageserver-types';
import type { Feature, Session } from '../../src/features/feature.ts';
import type { Log } from '../../src/log/log.ts';
import { readFixture } from '../support/fixture.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';
import { EDITOR, NEVER_CANCELLED, sessionOver } from '../support/session.ts';

export { EDITOR };

const ONE_FILE = 'incidents/2024-08-26-lease.yaml';

export interface Cursor {
	readonly uri: string;
	readonly position: Position;
}

/** A log in memory, with a cursor in it, and features that are asked about it. */
export interface OpenLog {
	readonly log: FixtureLog;
	readonly session: Session;
	/** The position of `$0`, else the start of the incident. */
	readonly cursor: Cursor;
	/** The URI of a file by its path from the log's root. */
	uri(path: string): string;
	/** Asks a feature about the cursor, or whatever `params` say instead. */
	ask<Answer>(feature: Feature, params?: object): Promise<Answer>;
	/** Replaces a file's text, or removes the file. */
	set(path: string, text: string | undefined): void;
}

/** Opens a fixture; a text without a `//- /path` line is one incident. */
export function openLog(marked: string, { client = EDITOR, now = '2024-09-01T12:00:00Z' } = {}): OpenLog {
	const fixture = readFixture(marked.startsWith('//- ') ? marked : `//- /${ONE_FILE}\n${marked}`);
	const clock = { now: () => Date.parse(now) };
	const log = new FixtureLog(fixture.files, { clock, skipOtherFiles: true });
	const { path, offset } = fixture.cursor ?? { path: ONE_FILE, offset: 0 };
	const session = sessionOver(log, clock.now(), client);
	const cursor: Cursor = {
		uri: log.uri(path),
		position: log.document(log.uri(path))?.lines.positionAt(offset) ?? { line: 0, character: 0 },
	};
	return {
		log,
		session,
		cursor,
		uri: path => log.uri(path),
		set: (path, text) => (text === undefined ? log.remove(path) : log.write(path, text)),
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

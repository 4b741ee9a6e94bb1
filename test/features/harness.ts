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

/** A log in memory with a cursor, and requests to features. */
export interface OpenLog {
	readonly log: FixtureLog;
	readonly session: Session;
	/** The position of `$0`, or the start of the incident. */
	readonly cursor: Cursor;
	/** Returns the URI of a file by its path from the root of the log. */
	uri(path: string): string;
	/** Sends a request at the cursor. `params` replace its parameters. */
	ask<Answer>(feature: Feature, params?: object): Promise<Answer>;
	/** Replaces the text of a file, or removes the file. */
	set(path: string, text: string | undefined): void;
}

/** Opens a fixture. A text without a `//- /path` line is one incident. */
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

/** Formats a location as path, line and character (from 1) and its text. */
export function formatLocation(
	log: Log,
	{ uri, range }: { uri: string; range: { start: Position; end: Position } },
): string {
	const document = log.document(uri);
	const start = document?.lines.offsetAt(range.start) ?? 0;
	const end = document?.lines.offsetAt(range.end) ?? 0;
	const text = document?.text.slice(start, end).replace(/\s+/g, ' ');
	return `${uri.slice(ROOT.length + 1)}:${range.start.line + 1}:${range.start.character + 1} ${text}`;
}

import { describe, expect, test } from 'vitest';
import { type DocumentParser, documentParser } from '../../src/log/document-parser.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import { CLOCK } from '../support/fixture.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';

/** More text than the trees of recently used documents may have. */
const LONG = `summary: ${'word '.repeat(60_000)}\n`;

const uriOf = (index: number) => `${ROOT}/incidents/2024-08-${String(index).padStart(2, '0')}-queue.yaml`;
const textOf = (index: number) => `title: Queue ${index}\nstarted_at: 2024-08-01T10:00:00Z\n${LONG}`;

function countingParser(): { readonly parser: DocumentParser; readonly parsed: string[] } {
	const parsed: string[] = [];
	return {
		parsed,
		parser: {
			...documentParser,
			parse: source => {
				parsed.push(source.uri);
				return documentParser.parse(source);
			},
		},
	};
}

describe('the trees of documents', () => {
	const open = new Set([uriOf(1)]);
	function longLog() {
		const counting = countingParser();
		const log = new FixtureLog({}, { parser: counting.parser, isOpen: uri => open.has(uri) });
		for (let index = 1; index <= 8; index++) {
			log.set(uriOf(index), textOf(index), 'incident');
		}
		counting.parsed.length = 0;
		return { log, parsed: counting.parsed };
	}

	test('are parsed again with the same result when they are used', () => {
		const { log, parsed } = longLog();
		const document = log.document(uriOf(2));
		expect(parsed).toEqual([uriOf(2)]);
		expect(document?.text).toBe(textOf(2));
		expect(document?.incidents[0]?.title?.value).toBe('Queue 2');
		expect(log.document(uriOf(2))).toBe(document);
	});

	test('are kept while a document is open, or used', () => {
		const { log, parsed } = longLog();
		log.document(uriOf(1));
		log.document(uriOf(8));
		expect(parsed).toEqual([]);
	});

	test('are not needed for definitions, coverage and texts', () => {
		const { log, parsed } = longLog();
		expect(log.documents().flatMap(({ uri }) => log.definitionsOf(uri).map(({ title }) => title))).toHaveLength(8);
		expect(log.coverage()).toHaveLength(8);
		expect(log.text(uriOf(3))?.lines.lineAt(log.text(uriOf(3))?.text.indexOf('summary') ?? 0)).toBe(2);
		expect(parsed).toEqual([]);
	});

	test('belong to the current text', () => {
		const { log } = longLog();
		log.text(uriOf(2));
		log.set(uriOf(2), 'title: Changed\n', 'incident');
		expect(log.document(uriOf(2))?.text).toBe('title: Changed\n');
		expect(log.text(uriOf(2))?.text).toBe('title: Changed\n');
		log.delete(uriOf(2));
		expect([log.document(uriOf(2)), log.text(uriOf(2))]).toEqual([undefined, undefined]);
	});

	test('of documents that could not be read are kept, so that an error is reported once', () => {
		let failures = 0;
		const failing: DocumentParser = {
			...documentParser,
			parse: source => {
				if (source.text.includes('summary')) {
					failures++;
					throw new Error('Broken');
				}
				return documentParser.parse(source);
			},
		};
		const log = new FixtureLog({}, { parser: failing, onDefect: () => undefined });
		for (let index = 1; index <= 8; index++) {
			log.set(uriOf(index), textOf(index), 'incident');
		}
		expect(log.findings(uriOf(1)).map(({ code }) => code)).toEqual(['internal/error']);
		expect(log.text(uriOf(1))?.text).toBe('');
		expect(failures).toBe(8);
	});
});

describe('a check of a whole log', () => {
	const SIZE = 300;
	async function parses(referred: (index: number) => number) {
		const { parser, parsed } = countingParser();
		const texts: Record<string, string> = {};
		const uri = (index: number) => `file:///log/incidents/INC-${1000 + index}.yaml`;
		for (let index = 0; index < SIZE; index++) {
			const target = referred(index);
			texts[uri(index)] =
				`id: INC-${1000 + index}\ntitle: Queue\nreferences: [{ id: INC-${1000 + target} }]\n${LONG.slice(0, 20_000)}\n`;
		}
		const environment = new MemoryEnvironment(texts);
		const folders = ['file:///log'];
		const workspace = await openWorkspace({ environment, folders, clock: CLOCK, parser, checksWhileReading: true });
		const [log] = workspace.logs;
		const findings = log?.documents().map(document => [document.uri, log.findings(document.uri)]);
		const plain = await openWorkspace({ environment, folders, clock: CLOCK });
		expect(findings).toEqual(plain.logs.flatMap(each => each.documents().map(d => [d.uri, each.findings(d.uri)])));
		return parsed.length;
	}

	test('parses each document once, although the trees of all do not fit', async () => {
		// Those at the end are checked when all are read.
		expect(await parses(index => Math.max(0, index - 1))).toBeLessThan(SIZE * 1.5);
	});

	test('parses a document again that refers to one that is read much later', async () => {
		expect(await parses(index => SIZE - 1 - index)).toBeGreaterThan(SIZE);
	});
});

import { describe, expect, test } from 'vitest';
import type { Log } from '../../src/log/log.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';
import { probe, probes } from '../support/probe-rules.ts';

const lines = (log: Log, path: string) => log.findings(`${ROOT}/${path}`).map(({ message }) => message);

describe('findings are updated', () => {
	const unresolved = probe('unresolved', (document, log) =>
		document.references.flatMap(reference => {
			const count = log.resolve(reference).length;
			return count === 1 ? [] : [`${count === 0 ? 'unresolved' : 'ambiguous'} ${reference.target.by}`];
		}),
	);
	const REFERRING = `//- /incidents/later.yaml
title: Later
started_at: 2024-08-26T05:30:00Z
references: [{ id: 2024-08-15-earlier }]
//- /bulletins/2024-08-31.md
* **August 27: Something** (05:30 UTC): Like the August 15 issue; see last week's bulletin.
`;
	const EARLIER = 'title: Earlier\nstarted_at: 2024-08-15T05:30:00Z\n';

	test('when files that references need are created or deleted, or become ambiguous', () => {
		const log = new FixtureLog(REFERRING, { rules: [unresolved] });
		const both = () => [lines(log, 'incidents/later.yaml'), lines(log, 'bulletins/2024-08-31.md')];
		expect(both()).toEqual([['unresolved id'], ['unresolved date', 'unresolved week']]);
		log.write('incidents/2024-08-15-earlier.yaml', EARLIER);
		log.write('bulletins/2024-08-24.md', '# 2024-08-24\n');
		expect(both()).toEqual([[], []]);
		log.write('incidents/2024-08-15-another.yaml', EARLIER.replace('Earlier', 'Another'));
		expect(both()).toEqual([[], ['ambiguous date']]);
		log.remove('incidents/2024-08-15-earlier.yaml');
		log.remove('bulletins/2024-08-24.md');
		expect(both()).toEqual([['unresolved id'], ['unresolved week']]);
	});

	test('an edit invalidates the documents that depend on it, and no others', () => {
		const log = new FixtureLog(
			`${REFERRING}//- /incidents/bystander.yaml\ntitle: Bystander\nstarted_at: 2024-01-01T00:00:00Z\n`,
			{
				rules: [unresolved],
			},
		);
		for (const { uri } of log.documents()) {
			log.findings(uri);
		}
		const changes: string[][] = [];
		const listener = log.onDidChange(uris => changes.push(uris.map(uri => uri.slice(ROOT.length + 1)).sort()));
		log.write('incidents/2024-08-15-earlier.yaml', EARLIER);
		log.write('incidents/bystander.yaml', 'title: Unchanged\nstarted_at: 2024-01-01T00:00:00Z\n');
		const before = log.revision;
		log.write('incidents/bystander.yaml', 'title: Unchanged\nstarted_at: 2024-01-01T00:00:00Z\n');
		expect(log.revision).toBe(before);
		log.remove('incidents/later.yaml');
		log.remove('incidents/2024-08-15-earlier.yaml');
		listener.dispose();
		log.write('incidents/bystander.yaml', 'title: No listener\n');
		expect(log.revision).toBeGreaterThan(before);
		expect(changes).toEqual([
			['bulletins/2024-08-31.md', 'incidents/2024-08-15-earlier.yaml', 'incidents/later.yaml'],
			['incidents/bystander.yaml'],
			['incidents/later.yaml'],
			// A removed document is reported once.
			['bulletins/2024-08-31.md', 'incidents/2024-08-15-earlier.yaml'],
		]);
	});

	test('unchanged findings are the same array', () => {
		const log = new FixtureLog(REFERRING, { rules: [unresolved] });
		const uri = `${ROOT}/bulletins/2024-08-31.md`;
		const before = log.findings(uri);
		expect(log.findings(uri)).toBe(before);
		log.write('bulletins/2024-08-31.md', `${log.document(uri)?.text}\nOne more line.\n`);
		expect(log.findings(uri)).toBe(before);
		log.write('bulletins/2024-08-24.md', '# 2024-08-24\n');
		expect(log.findings(uri)).not.toBe(before);
	});

	test('when time passes, if they depend on the current time', () => {
		let now = Date.UTC(2024, 0, 1);
		let checks = 0;
		const counting = probe('counting', () => {
			checks++;
			return [];
		});
		const clock = probe('clock', (_document, log) => [log.now().toString()], { kinds: ['bulletin'] });
		const log = new FixtureLog(REFERRING, { clock: { now: () => now }, rules: [clock, counting] });
		log.findings(`${ROOT}/incidents/later.yaml`);
		expect(lines(log, 'bulletins/2024-08-31.md')).toEqual(['2024-01-01T00:00:00Z']);
		now = Date.UTC(2025, 0, 1);
		log.invalidateClock();
		log.findings(`${ROOT}/incidents/later.yaml`);
		expect(lines(log, 'bulletins/2024-08-31.md')).toEqual(['2025-01-01T00:00:00Z']);
		expect(checks).toBe(3);
	});

	test('when a linked document without definitions is deleted', () => {
		const links = probe('links', (document, log) =>
			document.references.map(({ target }) => (target.by === 'uri' ? String(log.inFile(target.uri)?.length) : '')),
		);
		const log = new FixtureLog(
			'//- /incident-log.yaml\n\n//- /incidents/a.md\n---\ntitle: A\n---\n\nSee [the settings](../incident-log.yaml).\n',
			{ rules: [links] },
		);
		expect(lines(log, 'incidents/a.md')).toEqual(['0']);
		log.remove('incident-log.yaml');
		expect(lines(log, 'incidents/a.md')).toEqual(['undefined']);
	});

	test('when a linked file that is not a document is deleted', () => {
		const files = new Set([`${ROOT}/docs/runbook.md`]);
		const links = probe('links', (document, log) =>
			document.references.map(({ target }) => (target.by === 'uri' ? String(log.inFile(target.uri)?.length) : '')),
		);
		const log = new FixtureLog('//- /incidents/a.md\n---\ntitle: A\n---\n\nSee [the runbook](../docs/runbook.md).\n', {
			rules: [links],
			isFile: uri => files.has(uri),
		});
		expect(lines(log, 'incidents/a.md')).toEqual(['0']);
		files.clear();
		log.fileCreatedOrDeleted(`${ROOT}/docs/runbook.md`);
		expect(lines(log, 'incidents/a.md')).toEqual(['undefined']);
	});
});

describe('the cost of an edit', () => {
	/** Creates incidents that each refer to the one before; every tenth reference is unresolved. */
	function checksOfAnEdit(size: number): Record<string, number> {
		let checks = 0;
		const counting = probe('counting', () => {
			checks++;
			return [];
		});
		const log = new FixtureLog({}, { rules: [...probes, counting] });
		const day = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
		const uri = (index: number) => `${ROOT}/incidents/${day(index)}-thing.yaml`;
		const record = (index: number, title = `Thing ${index}`) =>
			`title: ${title}\nstarted_at: ${day(index)}T12:00:00Z\nreferences: [{ id: ${day(index - 1)}-${index % 10 === 0 ? 'thin' : 'thing'} }]\n`;
		const check = () => {
			checks = 0;
			for (const document of log.documents()) {
				log.findings(document.uri);
			}
			return checks;
		};
		for (let index = 0; index < size; index++) {
			log.set(uri(index), record(index), 'incident');
		}
		expect(check()).toBe(size);
		const counts: Record<string, number> = {};
		const edit = (name: string, change: () => void) => {
			change();
			counts[name] = check();
		};
		edit('the summary', () => log.set(uri(25), `${record(25)}summary: More words.\n`, 'incident'));
		edit('a comment', () => log.set(uri(25), `${record(25)}summary: More words.\n# and a comment\n`, 'incident'));
		edit('the title', () => log.set(uri(25), record(25, 'Another title'), 'incident'));
		edit('the id', () => log.set(uri(25), `${record(25)}id: 2000-01-26-renamed\n`, 'incident'));
		edit('a deleted record', () => log.delete(uri(26)));
		edit('a created record', () => log.set(uri(26), record(26), 'incident'));
		return counts;
	}

	test('is the same number of checks in a log of 500 documents as in one of 50', () => {
		const small = checksOfAnEdit(50);
		expect(small).toEqual({
			// Its definition has changed as well: the document that refers to it is checked again.
			'the summary': 2,
			'a comment': 1,
			'the title': 2,
			// Also the documents that refer to it, and three of that month that search for similar ids.
			'the id': 5,
			'a deleted record': 4,
			'a created record': 5,
		});
		expect(checksOfAnEdit(500)).toEqual(small);
	});
});

describe('unreadable content', () => {
	test.each([
		[
			{ unreadable: 'not-text' } as const,
			'File is not text: invalid UTF-8 or a NUL character. Expected text in UTF-8.',
		],
		[
			{ unreadable: 'too-large' } as const,
			'File too long: more than 1048576 characters. Expected at most 1048576 characters.',
		],
	])('gives a problem and no text: %j', (content, message) => {
		const log = new FixtureLog({});
		const uri = `${ROOT}/incidents/lease.yaml`;
		log.set(uri, content, 'incident');
		expect(log.document(uri)?.problems).toEqual([
			{ kind: content.unreadable, range: { start: 0, end: 0 }, message, related: undefined },
		]);
		// It can still be referred to.
		expect(log.view.byId('lease')).toHaveLength(1);
	});
});

test('`debugText` formats the facts of a log', () => {
	const log = new FixtureLog(`//- /incidents/2024-08-26-lease.yaml
title: Leases
started_at: 2024-08-26T05:30:00Z
references: [{ id: earlier, relation: caused-by }]
resolved_at: 2024-08-26T06:30:00Z
`);
	const uri = `${ROOT}/incidents/2024-08-26-lease.yaml`;
	const definition = `record of incident ${uri}:7-13 "Leases" 2024-08-26 1724650200000–1724653800000`;
	expect(log.debugText().split('\n')).toEqual([
		`date:2024-08-26 = ${definition}`,
		`days:0:52729 = ${definition}`,
		`file:${uri} = ${definition}`,
		`id:2024-08-26-lease = ${definition}`,
		`name:2024-08-26 = ${definition}`,
		`ref:id:earlier = field ${uri}:66-73 caused-by of 2024-08-26-lease`,
		`near-head:2024-08- = 2024-08-26-lease in ${uri}`,
		`near-tail:26-lease = 2024-08-26-lease in ${uri}`,
	]);
	log.delete(uri);
	expect(log.debugText()).toBe('');
	expect(log.size).toBe(0);
});

import { describe, expect, test } from 'vitest';
import type { Log } from '../../src/log/log.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';
import { probe, probes } from '../support/probe-rules.ts';

const lines = (log: Log, path: string) => log.findings(`${ROOT}/${path}`).map(({ message }) => message);

describe('findings follow what they rest on', () => {
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

	test('a file that comes heals what was unresolved, one that goes breaks it, and a second one of its day is one too many', () => {
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

	test('an edit tells whom it may concern, and those alone', () => {
		const log = new FixtureLog(
			`${REFERRING}//- /incidents/bystander.yaml\ntitle: Bystander\nstarted_at: 2024-01-01T00:00:00Z\n`,
			{
				rules: [unresolved],
			},
		);
		for (const { uri } of log.documents()) {
			log.findings(uri);
		}
		const told: string[][] = [];
		const listener = log.onDidChange(uris => told.push(uris.map(uri => uri.slice(ROOT.length + 1)).sort()));
		log.write('incidents/2024-08-15-earlier.yaml', EARLIER);
		log.write('incidents/bystander.yaml', 'title: Still nobody\nstarted_at: 2024-01-01T00:00:00Z\n');
		const before = log.revision;
		log.write('incidents/bystander.yaml', 'title: Still nobody\nstarted_at: 2024-01-01T00:00:00Z\n');
		expect(log.revision).toBe(before);
		log.remove('incidents/later.yaml');
		log.remove('incidents/2024-08-15-earlier.yaml');
		listener.dispose();
		log.write('incidents/bystander.yaml', 'title: Nobody listens\n');
		expect(log.revision).toBeGreaterThan(before);
		expect(told).toEqual([
			['bulletins/2024-08-31.md', 'incidents/2024-08-15-earlier.yaml', 'incidents/later.yaml'],
			['incidents/bystander.yaml'],
			['incidents/later.yaml'],
			// What is gone is told of once, and no more.
			['bulletins/2024-08-31.md', 'incidents/2024-08-15-earlier.yaml'],
		]);
	});

	test('findings that come out the same are the same array', () => {
		const log = new FixtureLog(REFERRING, { rules: [unresolved] });
		const uri = `${ROOT}/bulletins/2024-08-31.md`;
		const before = log.findings(uri);
		expect(log.findings(uri)).toBe(before);
		log.write('bulletins/2024-08-31.md', `${log.document(uri)?.text}\nOne more line.\n`);
		expect(log.findings(uri)).toBe(before);
		log.write('bulletins/2024-08-24.md', '# 2024-08-24\n');
		expect(log.findings(uri)).not.toBe(before);
	});

	test('when the clock moves, those who have looked at it are asked again', () => {
		let now = Date.UTC(2024, 0, 1);
		let asked = 0;
		const counting = probe('counting', () => {
			asked++;
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
		expect(asked).toBe(3);
	});

	test('a link to a document that defines nothing breaks when it goes', () => {
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

	test('a link to a file that is no document breaks when it goes', () => {
		const there = new Set([`${ROOT}/docs/runbook.md`]);
		const links = probe('links', (document, log) =>
			document.references.map(({ target }) => (target.by === 'uri' ? String(log.inFile(target.uri)?.length) : '')),
		);
		const log = new FixtureLog('//- /incidents/a.md\n---\ntitle: A\n---\n\nSee [the runbook](../docs/runbook.md).\n', {
			rules: [links],
			isFile: uri => there.has(uri),
		});
		expect(lines(log, 'incidents/a.md')).toEqual(['0']);
		there.clear();
		log.fileCreatedOrDeleted(`${ROOT}/docs/runbook.md`);
		expect(lines(log, 'incidents/a.md')).toEqual(['undefined']);
	});
});

describe('an edit costs the same in a log of any size', () => {
	/** As many incidents, each naming the one before; every tenth names one that is not there. */
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
		edit('its prose', () => log.set(uri(25), `${record(25)}summary: More words.\n`, 'incident'));
		edit('a comment', () => log.set(uri(25), `${record(25)}summary: More words.\n# and a comment\n`, 'incident'));
		edit('its title', () => log.set(uri(25), record(25, 'Another title'), 'incident'));
		edit('its id', () => log.set(uri(25), `${record(25)}id: 2000-01-26-renamed\n`, 'incident'));
		edit('one that goes', () => log.delete(uri(26)));
		edit('one that comes', () => log.set(uri(26), record(26), 'incident'));
		return counts;
	}

	test('rules are asked about as few documents in a log of 500 as in one of 50', () => {
		const small = checksOfAnEdit(50);
		expect(small).toEqual({
			// What others are shown of it has changed as well: the one that names it is asked again.
			'its prose': 2,
			'a comment': 1,
			'its title': 2,
			// So do those that name it, and three of that month that look for an id like theirs.
			'its id': 5,
			'one that goes': 4,
			'one that comes': 5,
		});
		expect(checksOfAnEdit(500)).toEqual(small);
	});
});

describe('files without a text', () => {
	test.each([
		[
			{ unreadable: 'not-text' } as const,
			'File is not text: invalid UTF-8 or a NUL character. Expected text in UTF-8.',
		],
		[
			{ unreadable: 'too-large' } as const,
			'File too long: more than 1048576 characters. Expected at most 1048576 characters.',
		],
	])('%j', (content, message) => {
		const log = new FixtureLog({});
		const uri = `${ROOT}/incidents/lease.yaml`;
		log.set(uri, content, 'incident');
		expect(log.document(uri)?.problems).toEqual([
			{ kind: content.unreadable, range: { start: 0, end: 0 }, message, related: undefined },
		]);
		// It can be referred to all the same.
		expect(log.view.byId('lease')).toHaveLength(1);
	});
});

test('the facts of a log as text', () => {
	const log = new FixtureLog(`//- /incidents/2024-08-26-lease.yaml
title: Leases
started_at: 2024-08-26T05:30:00Z
references: [{ id: earlier, relation: caused-by }]
`);
	const uri = `${ROOT}/incidents/2024-08-26-lease.yaml`;
	const definition = `record of incident ${uri}:7-13 "Leases" 2024-08-26 1724650200000–?`;
	expect(log.debugText().split('\n')).toEqual([
		`date:2024-08-26 = ${definition}`,
		`file:${uri} = ${definition}`,
		`id:2024-08-26-lease = ${definition}`,
		`ref:id:earlier = field ${uri}:66-73 caused-by of 2024-08-26-lease`,
		`near-head:2024-08- = 2024-08-26-lease in ${uri}`,
		`near-tail:26-lease = 2024-08-26-lease in ${uri}`,
	]);
	log.delete(uri);
	expect(log.debugText()).toBe('');
	expect(log.size).toBe(0);
});

import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASELINE_FILE, type Baseline, countKnown, formatBaseline, readBaseline } from '../../src/log/baseline.ts';
import type { Log } from '../../src/log/log.ts';
import { unknownLevel } from '../../src/rules/impact/unknown-level.ts';
import { rules } from '../../src/rules/index.ts';
import { corpus } from '../support/corpus.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { logOfFiles } from '../support/log-of-files.ts';
import { LOG, open } from '../support/workspaces.ts';

const validate = new Ajv2020().compile(
	JSON.parse(
		fs.readFileSync(path.join(import.meta.dirname, '../../schemas/incident-log-baseline.schema.json'), 'utf8'),
	),
);

const count = fc.integer({ min: 1, max: 3 });
const nameOf = (length: number) => fc.string({ unit: 'binary', minLength: 1, maxLength: length });
const mapOf = <Value>(value: fc.Arbitrary<Value>) =>
	fc.array(fc.tuple(nameOf(8), value), { minLength: 1, maxLength: 4 }).map(entries => new Map(entries));

describe('the file', () => {
	test('contains the entries that were written', () => {
		fc.assert(
			fc.property(mapOf(mapOf(mapOf(count))), baseline => {
				const text = formatBaseline(baseline);
				const read = readBaseline(text);
				expect(read).toEqual(new Map([...baseline]));
				expect(formatBaseline(read as Baseline)).toBe(text);
				expect(validate(JSON.parse(text))).toBe(true);
			}),
		);
	});

	test('has one line for each rule of a document, in order', () => {
		const baseline = new Map([
			['b.md', new Map([['time/order', new Map([['2', 1]])]])],
			[
				'a.md',
				new Map([
					['time/order', new Map([['1', 2]])],
					[
						'impact/missing',
						new Map([
							['1', 1],
							['0', 1],
						]),
					],
				]),
			],
			['empty.md', new Map()],
		]);
		expect(formatBaseline(baseline)).toBe(
			[
				'{',
				'\t"version": 1,',
				'\t"findings": {',
				'\t\t"a.md": {',
				'\t\t\t"impact/missing": { "0": 1, "1": 1 },',
				'\t\t\t"time/order": { "1": 2 }',
				'\t\t},',
				'\t\t"b.md": {',
				'\t\t\t"time/order": { "2": 1 }',
				'\t\t}',
				'\t}',
				'}',
				'',
			].join('\n'),
		);
		expect(formatBaseline(new Map())).toBe('{\n\t"version": 1,\n\t"findings": {}\n}\n');
	});

	test.each([
		['', 'no valid JSON'],
		['{\n<<<<<<< HEAD\n', 'conflict markers of a merge'],
		['[]', 'no mapping `findings`'],
		['null', 'no mapping `findings`'],
		['{"version": 1}', 'no mapping `findings`'],
		['{"version": 1, "findings": []}', 'no mapping `findings`'],
		['{"version": 2, "findings": {}}', 'unknown version `2`'],
		['{"findings": {}}', 'unknown version `none`'],
		['{"version": 1, "findings": {"a": 1}}', 'invalid findings of `a`'],
		['{"version": 1, "findings": {"a": {"time/order": 1}}}', 'invalid findings of `a`'],
		['{"version": 1, "findings": {"a": {"time/order": {}}}}', 'invalid findings of `a`'],
		['{"version": 1, "findings": {"a": {"time/order": {"0": 0}}}}', 'invalid findings of `a`'],
		['{"version": 1, "findings": {"a": {"time/order": {"0": "1"}}}}', 'invalid findings of `a`'],
		['{"version": 1, "findings": {"\\u001b[2J": {"time/order": {"0": 1.5}}}}', 'invalid findings of `\\u{1b}[2J`'],
	])('is rejected: %s', (text, fault) => {
		expect(readBaseline(text)).toEqual({ fault });
		const json = (() => {
			try {
				return JSON.parse(text);
			} catch {
				return null;
			}
		})();
		expect(validate(json)).toBe(false);
	});
});

/** Returns the text of a baseline with all findings of a log. */
function baselineText(log: Log): string {
	return formatBaseline(
		new Map(log.documents().map(({ uri }) => [uri.slice(log.root.length + 1), log.knownFindings(uri)])),
	);
}

function findingsOf(log: Log): string[] {
	return log.documents().flatMap(({ uri }) => log.findings(uri).map(({ code, message }) => `${code} ${message}`));
}

/** Returns a text with an unrelated line above it. Undefined if its format has no place for one. */
function withLineAbove(path: string, text: string): string | undefined {
	const isFrontMatter = /^---\r?\n/.test(text);
	const line = path.endsWith('.md') && !isFrontMatter ? '\n' : '# An unrelated line\n';
	const changed = isFrontMatter ? text.replace(/^---\r?\n/, start => `${start}${line}`) : line + text;
	return text.startsWith('\ufeff') ? undefined : changed;
}

describe('findings of a baseline', () => {
	const logs = corpus();

	test('are left out, and nothing else', () => {
		let known = 0;
		for (const files of logs) {
			const log = logOfFiles(files);
			const before = findingsOf(log);
			log.setBaseline(baselineText(log));
			expect([files.name, findingsOf(log)]).toEqual([
				files.name,
				before.filter(finding => /^(?:file|internal)\//.test(finding)),
			]);
			expect(log.documents().filter(({ uri }) => log.baselineUse(uri)?.stale)).toEqual([]);
			known += before.length;
			log.setBaseline(undefined);
			expect(findingsOf(log)).toEqual(before);
		}
		expect(known).toBeGreaterThan(200);
	});

	test('are independent of an unrelated line above', () => {
		let changes = 0;
		for (const files of logs) {
			const log = logOfFiles(files);
			log.setBaseline(baselineText(log));
			for (const [path, text] of Object.entries(files.texts)) {
				const changed = withLineAbove(path, text);
				if (changed === undefined) {
					continue;
				}
				log.write(path, changed);
				const fresh = findingsOf(log).filter(finding => !/^(?:file|internal)\//.test(finding));
				expect([files.name, path, fresh]).toEqual([files.name, path, []]);
				log.write(path, text);
				changes++;
			}
		}
		expect(changes).toBeGreaterThan(200);
	});
});

const RECORD = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';
const UNKNOWN = RECORD.replace('minor', 'huge');

function logWith(texts: Readonly<Record<string, string>>, only = rules): FixtureLog {
	return new FixtureLog(texts, { rules: only });
}

function codes(log: Log, path: string): string[] {
	return log.findings(`${log.root}/${path}`).map(({ code, range }) => `${code} ${range.start}`);
}

describe('an entry', () => {
	test('leaves out as many findings as it counts', () => {
		const page = (lines: number) => `# 2024-08-31\n\n## Notes\n\n${'As in the June 3 outage.\n\n'.repeat(lines)}`;
		const log = logWith({ 'bulletins/2024-08-31.md': page(2) });
		log.setBaseline(baselineText(log));
		expect(codes(log, 'bulletins/2024-08-31.md')).toEqual([]);
		log.write('bulletins/2024-08-31.md', page(3));
		expect(codes(log, 'bulletins/2024-08-31.md')).toHaveLength(1);
		log.write('bulletins/2024-08-31.md', page(1));
		expect(codes(log, 'bulletins/2024-08-31.md')).toEqual([]);
		expect(log.baselineUse(log.uri('bulletins/2024-08-31.md'))).toMatchObject({ matched: 1, stale: 1 });
	});

	test('no longer applies if its line changes, except in white space', () => {
		const log = logWith({ 'incidents/a.yaml': UNKNOWN });
		log.setBaseline(baselineText(log));
		log.write('incidents/a.yaml', UNKNOWN.replace('impact: huge', 'impact:   huge'));
		expect(codes(log, 'incidents/a.yaml')).toEqual([]);
		log.write('incidents/a.yaml', UNKNOWN.replace('impact: huge', 'impact: giant'));
		expect(codes(log, 'incidents/a.yaml')).toEqual(['impact/unknown-level 25']);
	});

	test.each([
		['an empty document', '# Nothing\n', '# An unrelated line\n'],
		['a missing title', UNKNOWN.replace('title: Disk full\n', ''), 'kind: incident\n'],
	])('about %s does not depend on its first line', (_, text, line) => {
		const log = logWith({ 'incidents/a.yaml': text });
		expect(codes(log, 'incidents/a.yaml')).toContain('schema/invalid 0');
		log.setBaseline(baselineText(log));
		log.write('incidents/a.yaml', line + text);
		expect(codes(log, 'incidents/a.yaml')).toEqual([]);
	});

	test('distinguishes what is missing at the same title', () => {
		const page = (...sections: string[]) =>
			`# Disk full\n\n${sections.map(section => `## ${section}\n\nIt was full.\n\n`).join('')}`;
		const path = 'postmortems/2024-08-01-disk.md';
		const all = ['Summary', 'Impact', 'Root cause', 'Resolution', 'Lessons learned', 'Timeline', 'Action items'];
		const missing = (log: FixtureLog) => codes(log, path).filter(code => code.startsWith('postmortem/section-missing'));
		const log = logWith({ [path]: page(...all.slice(0, 5)) });
		expect(missing(log)).toHaveLength(1);
		log.setBaseline(baselineText(log));
		expect(missing(log)).toEqual([]);
		// One of two missing sections is added: the other one is still known.
		log.write(path, page(...all.slice(0, 6)));
		expect(missing(log)).toEqual([]);
		log.write(path, page(...all.slice(1, 6)));
		expect(missing(log)).toHaveLength(1);
	});

	test('does not count against the limit of listed findings', () => {
		const lines = Array.from(
			{ length: 150 },
			(_, index) => `As in the outage of 2 June, no. ${index}, or the June 3 outage.`,
		);
		const page = (first: string) => `# 2024-08-31\n\n## Notes\n\n${[first, ...lines].join('\n\n')}\n`;
		const log = logWith({ 'bulletins/2024-08-31.md': page('') });
		log.setBaseline(baselineText(log));
		log.write('bulletins/2024-08-31.md', page('As in the June 4 outage.'));
		expect(codes(log, 'bulletins/2024-08-31.md')).toHaveLength(1);
	});

	test('is not applied to what could not be read', () => {
		const log = logWith({ 'incident-log.yaml': '' });
		const uri = log.uri('incident-log.yaml');
		log.setUnread([{ kind: 'limit', uri: log.root, path: '.', limit: 'entries', max: 1, isDocument: false }]);
		expect(log.knownFindings(uri).size).toBe(0);
	});

	test('does not apply to a suppressed finding', () => {
		const log = logWith({ 'incidents/a.yaml': UNKNOWN });
		log.setBaseline(baselineText(log));
		log.write('incidents/a.yaml', `# incident-log-disable-file impact/unknown-level -- for a test\n${UNKNOWN}`);
		expect(codes(log, 'incidents/a.yaml')).toEqual([]);
		expect(log.baselineUse(log.uri('incidents/a.yaml'))).toMatchObject({ matched: 0, stale: 1 });
	});
});

describe('a moved document', () => {
	test.each([
		['incidents/a.yaml', 'incidents/2024/a.yaml', true],
		['incidents/a.yaml', 'incidents/b.yaml', false],
		['incidents/2024-08-01-disk/index.md', 'incidents/2024/2024-08-01-disk/index.md', true],
		['incidents/2024-08-01-disk/index.md', 'incidents/2024-08-02-disk/index.md', false],
	])('%s to %s keeps its entries: %s', (from, to, isKept) => {
		const text = from.endsWith('.md') ? `---\n${UNKNOWN}---\n\nIt was full.\n` : UNKNOWN;
		// A rule that depends on no other document.
		const log = logWith({ [from]: text }, [unknownLevel]);
		log.setBaseline(baselineText(log));
		log.write(to, text);
		expect(codes(log, to)).toHaveLength(1);
		log.remove(from);
		expect(codes(log, to)).toHaveLength(isKept ? 0 : 1);
		log.write(from, text);
		expect(codes(log, to)).toHaveLength(1);
	});
});

describe('a workspace', () => {
	const known = () => {
		const log = logWith({ 'incidents/a.yaml': UNKNOWN });
		return baselineText(log);
	};
	const uri = `${LOG}/incidents/a.yaml`;

	test.each([
		['with a configuration', { [`${LOG}/incident-log.yaml`]: '' }],
		['without one', {}],
	])('applies the baseline at the root of a log %s, and changes of it', async (_, configuration) => {
		const { environment, workspace } = await open(
			{ ...configuration, [uri]: UNKNOWN, [`${LOG}/${BASELINE_FILE}`]: known() },
			{ rules },
		);
		workspace.watch();
		const found = async (change: () => void) => {
			change();
			await workspace.idle();
			return workspace.findings(uri).map(({ code }) => code);
		};
		const codes = ['impact/unknown-level'];
		expect(workspace.findings(uri)).toEqual([]);
		expect(await found(() => environment.delete(`${LOG}/${BASELINE_FILE}`))).toEqual(codes);
		expect(await found(() => environment.write(`${LOG}/incidents/${BASELINE_FILE}`, known()))).toEqual(codes);
		expect(await found(() => environment.write(`${LOG}/${BASELINE_FILE}`, known()))).toEqual([]);
		expect(await found(() => environment.write(`${LOG}/incident-log.yaml`, 'time_zone: Asia/Tokyo\n'))).toEqual([]);
	});

	test.each([
		['with a configuration', { [`${LOG}/incident-log.yaml`]: '' }, `${LOG}/incident-log.yaml`],
		['without one', {}, LOG],
	])('reports an invalid baseline of a log %s', async (_, configuration, reportedAt) => {
		const { environment, workspace } = await open(
			{ ...configuration, [uri]: UNKNOWN, [`${LOG}/${BASELINE_FILE}`]: '{' },
			{ rules },
		);
		workspace.watch();
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['impact/unknown-level']);
		expect(workspace.findings(reportedAt).map(({ message }) => message)).toEqual([
			'Unreadable file `incident-log-baseline.json`: no valid baseline. Expected the output of `incident-log check --update-baseline`.',
		]);
		environment.write(`${LOG}/${BASELINE_FILE}`, known());
		await workspace.idle();
		expect(workspace.findings(reportedAt)).toEqual([]);
		expect(workspace.findings(uri)).toEqual([]);
	});
});

test('countKnown adds the counts of all rules', () => {
	expect(
		countKnown(
			new Map([
				['a', new Map([['1', 2]])],
				[
					'b',
					new Map([
						['1', 1],
						['2', 3],
					]),
				],
			]),
		),
	).toBe(6);
});

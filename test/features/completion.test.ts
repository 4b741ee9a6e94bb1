import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { completion } from '../../src/features/completion.ts';
import { openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const HEAD = 'title: New\nimpact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n';
const incident = (text: string) => `${SMALL_LOG}//- incidents/n.yaml\n${text}`;
const bulletin = (text: string) => `${SMALL_LOG}//- bulletins/2024-08-31.md\n# 2024-08-31\n\n${text}\n`;
const postmortem = (text: string) => `${SMALL_LOG}//- postmortems/n.md\n---\n${text}\n---\n`;
const configuration = (text: string) => `//- incident-log.yaml\n${text}`;

async function complete(marked: string, params: object = {}, options: object = {}): Promise<CompletionList | null> {
	return openLog(marked, options).ask<CompletionList | null>(completion, params);
}
const labels = async (marked: string) => (await complete(marked))?.items.map(({ label }) => label) ?? [];

/** The text of the file with the cursor after one choice was taken. */
async function taking(label: string, marked: string, options: object = {}): Promise<string> {
	const { log, cursor, ask } = openLog(marked, options);
	const list = await ask<CompletionList | null>(completion);
	const edit = list?.items.find(item => item.label === label)?.textEdit as TextEdit | undefined;
	const document = log.document(cursor.uri);
	if (edit === undefined || document === undefined) {
		return 'no such choice';
	}
	const { start, end } = edit.range;
	const { text, lines } = document;
	return text.slice(0, lines.offsetAt(start)) + edit.newText + text.slice(lines.offsetAt(end));
}

describe('keys', () => {
	test('of an incident, those that it must have first', async () => {
		const keys = await labels(incident('$$'));
		expect(keys.slice(0, 2)).toEqual(['title', 'impact']);
		expect(keys).toEqual(expect.arrayContaining(['started_at', 'resolved_at', 'references', 'postmortem']));
	});

	test('that are there already are not offered again', async () => {
		const keys = await labels(incident(`${HEAD}$$`));
		expect(keys).not.toContain('title');
		expect(keys).toContain('status');
	});

	test.each([
		['of a reference', incident(`${HEAD}references:\n  - id: a\n    $$`), ['relation']],
		['of an update, in braces', incident(`${HEAD}updates: [{ at: x, $$ }]`), ['status', 'body']],
		['of the impact scale', configuration('impact:\n  $$'), ['levels', 'aliases']],
		[
			'of a postmortem',
			postmortem('title: A\nstatus: draft\nincident: a\n$$\nauthors: [b]\nreferences: []'),
			['id', 'incidents'],
		],
		['of a bulletin', `${SMALL_LOG}//- bulletins/2024-08-31.md\n---\n$$\n---\n`, ['title', 'date', 'authors']],
	])('%s', async (_caption, marked, expected) => {
		expect((await labels(marked)).slice(0, expected.length)).toEqual(expected);
	});

	test('tell what they are', async () => {
		const item = (await complete(incident('det$$')))?.items.find(({ label }) => label === 'detected_at');
		expect(item).toMatchObject({ detail: 'Detected', documentation: { kind: 'markdown' } });
	});

	test.each([
		['a value', 'postmortem', 'post$$', 'postmortem: $0'],
		['a choice', 'kind', 'ki$$', 'kind: \x24{1|incident,maintenance,notice|}'],
		['the levels of the log', 'impact', 'imp$$', 'impact: \x24{1|none,minor,major,critical|}'],
		['a list', 'components', 'comp$$', 'components: [$0]'],
		['a list of mappings', 'references', 'ref$$', 'references:\n  - $0'],
		['a block of text', 'summary', 'sum$$', 'summary: |\n  $0'],
	])('begin %s', async (_caption, label, text, expected) => {
		expect(await taking(label, incident(text))).toBe(expected);
	});

	test('are plain for a client without snippets, and beside a colon', async () => {
		expect(await taking('references', incident('ref$$'), { client: {} })).toBe('references: ');
		expect(await taking('status', incident('sta$$: resolved'))).toBe('status: resolved');
	});

	test('of rules', async () => {
		const keys = await labels(configuration('rules:\n  $$'));
		expect(keys).toContain('time/order');
		expect(keys).not.toContain('title');
	});

	test.each(['time/left-open: { $$ }', 'time/left-open:\n    $$', 'time/left-open:\n    aft$$'])(
		'of the options of a rule: %j',
		async text => {
			expect(await labels(configuration(`rules:\n  ${text}\n`))).toEqual(['after']);
		},
	);

	test('that the kind of the incident requires come first', async () => {
		expect((await labels(incident('$$\nkind: incident'))).slice(0, 3)).toEqual(['title', 'impact', 'started_at']);
		expect((await labels(incident('$$\nkind: maintenance\nscheduled_for: 2024-09-07')))[2]).toBe('id');
	});
});

describe('values', () => {
	test.each([
		['levels of impact with their aliases', incident('impact: $$'), ['none', 'minor', 'major', 'critical', 'SEV1']],
		['components that are in use', incident('components: [$$]'), ['queue', 'api']],
		['components as items', incident('components:\n  - $$'), ['queue', 'api']],
		[
			'states of an incident',
			incident('status: $$'),
			['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'],
		],
		[
			'states of a maintenance',
			incident('kind: maintenance\nstatus: $$'),
			['scheduled', 'in_progress', 'verifying', 'completed'],
		],
		[
			'states of a maintenance that is half typed',
			incident('status: $$\nkind: maintenance\nx: "'),
			['scheduled', 'in_progress', 'verifying', 'completed'],
		],
		['states of a postmortem', postmortem('status: $$'), ['draft', 'in-review', 'published']],
		[
			'relations',
			incident('references:\n  - { id: a, relation: $$ }'),
			['recurrence-of', 'caused-by', 'related', 'duplicate-of', 'follow-up-to'],
		],
		[
			'weekdays',
			configuration('week_ends_on: sat$$'),
			['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
		],
		[
			'levels that an alias can stand for',
			configuration('impact:\n  levels: [low, high]\n  aliases:\n    SEV1: $$'),
			['low', 'high'],
		],
		['levels of a rule', configuration('rules:\n  time/order: $$'), ['off', 'error', 'warning', 'info', 'hint']],
		[
			'levels of a rule with options',
			configuration('rules:\n  time/left-open: [$$]'),
			['off', 'error', 'warning', 'info', 'hint'],
		],
		['now and today', incident('resolved_at: $$'), ['now', 'today']],
		['a day that is due', incident('action_items:\n  - due: $$'), ['now', 'today']],
	])('%s', async (_caption, marked, expected) => {
		expect(await labels(marked)).toEqual(expected);
	});

	test('a level tells its rank, an alias its level', async () => {
		const items = (await complete(incident('impact: $$')))?.items ?? [];
		const details = new Map(items.map(({ label, detail }) => [label, detail]));
		expect(details.get('major')).toBe('level 3 of 4');
		expect(details.get('SEV1')).toBe('critical, level 4 of 4');
	});

	test('now is an instant in the zone of the log', async () => {
		expect(await taking('now', incident('resolved_at: $$'))).toBe('resolved_at: 2024-09-01T08:00:00-04:00');
		expect(await taking('today', incident('resolved_at:$$'))).toBe('resolved_at: 2024-09-01');
		expect(await taking('now', 'resolved_at: 2024-09$$-01 # soon')).toBe(
			'resolved_at: 2024-09-01T12:00:00+00:00 # soon',
		);
	});

	test('zones by their IANA names', async () => {
		const zones = await labels(configuration('time_zone: $$'));
		expect(zones[0]).toBe('UTC');
		expect(zones).toContain('America/New_York');
	});

	test.each([
		['an item behind its dash', 'queue', 'components:\n  -$$', 'components:\n  - queue'],
		['a value within its quotes', 'major', 'impact: "mi$$nor"', 'impact: "major"'],
		['a value before a comment', 'major', 'impact: mi$$nor # for now', 'impact: major # for now'],
		[
			'a value in braces',
			'related',
			'references: [{ relation: re$$c }, {}]',
			'references: [{ relation: related }, {}]',
		],
	])('%s', async (_caption, label, text, expected) => {
		expect(await taking(label, incident(text))).toBe(expected);
	});

	test.each([
		['in a comment', incident('impact: none # $$')],
		['in a title', incident('title: $$')],
		['in a summary', incident('summary: |\n  $$')],
		['in Markdown', bulletin('Some prose $$')],
		['behind a space in the midst of a title', incident('title: The $$')],
	])('none %s', async (_caption, marked) => {
		expect(await labels(marked)).toEqual([]);
	});

	test('a space typed in a blank line brings up nothing', async () => {
		expect(await complete(incident(' $$'), { context: { triggerKind: 2, triggerCharacter: ' ' } })).toBeNull();
		expect(
			await complete(incident('impact: $$'), { context: { triggerKind: 2, triggerCharacter: ' ' } }),
		).not.toBeNull();
	});
});

describe('ids', () => {
	const newestFirst = ['2024-08-20-sign-in-was-slow', '2024-08-15-store', '2024-08-15-second', '2024-07-12-jobs'];

	test.each([
		['in a reference', incident(`${HEAD}references:\n  - id: $$`)],
		['in a reference in braces', incident(`${HEAD}references:\n  - { id: $$ }`)],
		['in a reference that is only an id', incident(`${HEAD}references:\n  - $$`)],
		['in a postmortem', postmortem('incident: $$')],
		['in the incidents of a postmortem', postmortem('incidents: [$$]')],
	])('%s, newest first', async (_caption, marked) => {
		const ids = (await labels(marked)).filter(label => /^\d/.test(label) && label !== 'n');
		expect(ids).toEqual(newestFirst);
	});

	test('of postmortems', async () => {
		expect(await labels(incident(`${HEAD}postmortem: $$`))).toEqual(['2024-07-12-jobs']);
	});

	test('in a wiki link, which is closed behind them', async () => {
		expect(await labels(bulletin('See [[$$'))).toEqual(newestFirst);
		expect(await taking('2024-07-12-jobs', bulletin('See [[$$ and so on'))).toContain(
			'See [[2024-07-12-jobs]] and so on',
		);
		expect(await taking('2024-07-12-jobs', bulletin('See [[07$$]] on'))).toContain('See [[2024-07-12-jobs]] on');
		expect(await taking('2024-07-12-jobs', bulletin('[[2024$$-07|that]]'))).toContain('[[2024-07-12-jobs|that]]');
	});

	test('in a block of text of a record', async () => {
		expect(await labels(incident(`${HEAD}summary: |\n  As in [[jobs$$`))).toEqual(['2024-07-12-jobs']);
	});

	test('tell date, impact and title, and are found by title', async () => {
		const list = await complete(bulletin('See [[another$$'));
		expect(list?.items.map(({ label, detail, filterText }: CompletionItem) => [label, detail, filterText])).toEqual([
			['2024-08-15-second', '15 August 2024 · none · Another of that day', '2024-08-15-second Another of that day'],
		]);
	});

	test('of a large log are not all sent at once', async () => {
		const many = Array.from(
			{ length: 250 },
			(_, i) => `//- incidents/i${i}.yaml\ntitle: N\nimpact: none\nstarted_at: 2024-01-01T00:00:${10 + (i % 50)}Z\n`,
		);
		const list = await complete(`//- bulletins/2024-08-31.md\n[[$$\n${many.join('')}`);
		expect(list?.items.length).toBe(200);
		expect(list?.isIncomplete).toBe(true);
	});
});

describe("fields of the team's own", () => {
	const FIELDS = `//- incident-log.yaml
fields:
  incident:
    region: { title: Region, description: "Where *it* happened", enum: [iad, "1", a:b, "c: d"] }
    paged: { type: boolean }
    sites: { type: array, items: { enum: [x, y] } }
    lead: { type: object, required: [name], properties: { team: true, name: { const: Kim } } }
    severity: { enum: [SEV-1, SEV-2] }
    __proto__: { enum: [z] }
//- incidents/n.yaml
`;

	test('are offered as keys, with what the team says of them', async () => {
		const list = await complete(`${FIELDS}$$`);
		expect(list?.items.map(({ label }) => label)).toEqual(
			expect.arrayContaining(['title', 'region', 'paged', 'sites', 'lead', '__proto__']),
		);
		expect(list?.items.find(({ label }) => label === 'region')).toMatchObject({
			detail: 'Region',
			documentation: 'Where *it* happened',
		});
		expect(await labels(`${FIELDS}lead:\n  $$`)).toEqual(['name', 'team']);
		expect(await taking('sites', `${FIELDS}$$`)).toContain('sites: [$0]');
	});

	test.each([
		['of a list of words, as YAML has them', 'region: $$', ['iad', '"1"', 'a:b', '"c: d"']],
		['of a truth value', 'paged: $$', ['true', 'false']],
		['of an item', 'sites: [$$]', ['x', 'y']],
		['of a mapping', 'lead: { name: $$ }', ['Kim']],
		['of a field that there is already', 'severity: $$', ['SEV-1', 'SEV-2']],
		['of a field with a name of JavaScript', '__proto__: $$', ['z']],
	])('values %s', async (_caption, text, expected) => {
		expect(await labels(FIELDS + text)).toEqual(expected);
	});

	test('are those of their kind alone', async () => {
		expect(await labels(`${FIELDS}x: 1\n//- bulletins/2024-08-31.md\n---\n$$\n---\n`)).not.toContain('region');
	});

	test.each([
		['keywords', 'region: { $$ }', ['type', 'enum']],
		['types', 'region: { type: $$ }', ['string', 'number']],
		['keywords within', 'region:\n      items:\n        properties:\n          a: { $$ }', ['type', 'enum']],
	])('are described in the configuration with %s', async (_caption, text, expected) => {
		const found = await labels(configuration(`fields:\n  incident:\n    ${text}\n`));
		expect(found.slice(0, expected.length)).toEqual(expected);
	});
});

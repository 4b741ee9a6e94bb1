import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { completion } from '../../src/features/completion.ts';
import { openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const HEAD = 'title: New\nimpact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n';
const incident = (text: string) => `${SMALL_LOG}//- /incidents/n.yaml\n${text}`;
const bulletin = (text: string) => `${SMALL_LOG}//- /bulletins/2024-08-31.md\n# 2024-08-31\n\n${text}\n`;
const postmortem = (text: string) => `${SMALL_LOG}//- /postmortems/n.md\n---\n${text}\n---\n`;
const configuration = (text: string) => `//- /incident-log.yaml\n${text}`;

async function complete(marked: string, params: object = {}, options: object = {}): Promise<CompletionList | null> {
	return openLog(marked, options).ask<CompletionList | null>(completion, params);
}
const labels = async (marked: string) => (await complete(marked))?.items.map(({ label }) => label) ?? [];

/** Returns the text of the file with the cursor after one item is accepted. */
async function accept(label: string, marked: string, options: object = {}): Promise<string> {
	const { log, cursor, ask } = openLog(marked, options);
	const list = await ask<CompletionList | null>(completion);
	const edit = list?.items.find(item => item.label === label)?.textEdit as TextEdit | undefined;
	const document = log.document(cursor.uri);
	if (edit === undefined || document === undefined) {
		return 'no such item';
	}
	const { start, end } = edit.range;
	const { text, lines } = document;
	return text.slice(0, lines.offsetAt(start)) + edit.newText + text.slice(lines.offsetAt(end));
}

describe('completion of keys', () => {
	test('offers the required keys of an incident first', async () => {
		const keys = await labels(incident('$0'));
		expect(keys.slice(0, 2)).toEqual(['title', 'impact']);
		expect(keys).toEqual(expect.arrayContaining(['started_at', 'resolved_at', 'references', 'postmortem']));
	});

	test('does not offer present keys', async () => {
		const keys = await labels(incident(`${HEAD}$0`));
		expect(keys).not.toContain('title');
		expect(keys).toContain('status');
	});

	test.each([
		['of a reference', incident(`${HEAD}references:\n  - id: a\n    $0`), ['relation']],
		['of an update, in braces', incident(`${HEAD}updates: [{ at: x, $0 }]`), ['status', 'body']],
		['of the impact scale', configuration('impact:\n  $0'), ['levels', 'aliases']],
		[
			'of a postmortem',
			postmortem('title: A\nstatus: draft\nincident: a\n$0\nauthors: [b]\nreferences: []'),
			['id', 'incidents'],
		],
		['of a bulletin', `${SMALL_LOG}//- /bulletins/2024-08-31.md\n---\n$0\n---\n`, ['title', 'date', 'authors']],
	])('offers the keys %s', async (_caption, marked, expected) => {
		expect((await labels(marked)).slice(0, expected.length)).toEqual(expected);
	});

	test('describes each key', async () => {
		const item = (await complete(incident('det$0')))?.items.find(({ label }) => label === 'detected_at');
		expect(item).toMatchObject({ detail: 'Detected', documentation: { kind: 'markdown' } });
	});

	test.each([
		['a value', 'postmortem', 'post$0', 'postmortem: $0'],
		['a fixed set of values', 'kind', 'ki$0', 'kind: $0'],
		['the levels of the log', 'impact', 'imp$0', 'impact: $0'],
		['a list', 'components', 'comp$0', 'components: [$0]'],
		['a list of mappings', 'references', 'ref$0', 'references:\n  - $0'],
		['block text', 'summary', 'sum$0', 'summary: |\n  $0'],
	])('adds a snippet for %s', async (_caption, label, text, expected) => {
		expect(await accept(label, incident(text))).toBe(expected);
	});

	test('adds no snippet for a client without snippets, and before a colon', async () => {
		expect(await accept('references', incident('ref$0'), { client: {} })).toBe('references: ');
		expect(await accept('status', incident('sta$0: resolved'))).toBe('status: resolved');
	});

	test('offers the codes of rules', async () => {
		const keys = await labels(configuration('rules:\n  $0'));
		expect(keys).toContain('time/order');
		expect(keys).not.toContain('title');
	});

	test.each(['time/left-open: { $0 }', 'time/left-open:\n    $0', 'time/left-open:\n    aft$0'])(
		'offers the options of a rule: %j',
		async text => {
			expect(await labels(configuration(`rules:\n  ${text}\n`))).toEqual(['after']);
		},
	);

	test('offers the keys that the kind of the incident requires first', async () => {
		expect((await labels(incident('$0\nkind: incident'))).slice(0, 3)).toEqual(['title', 'impact', 'started_at']);
		expect((await labels(incident('$0\nkind: maintenance\nscheduled_for: 2024-09-07')))[2]).toBe('id');
	});
});

describe('completion of values', () => {
	test.each([
		['impact levels and their aliases', incident('impact: $0'), ['none', 'minor', 'major', 'critical', 'SEV1']],
		['components that are not retired', incident('components: [$0]'), ['queue', 'api']],
		['components as items', incident('components:\n  - $0'), ['queue', 'api']],
		[
			'status values of an incident',
			incident('status: $0'),
			['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'],
		],
		[
			'status values of a maintenance',
			incident('kind: maintenance\nstatus: $0'),
			['scheduled', 'in_progress', 'verifying', 'completed'],
		],
		[
			'status values of an incomplete maintenance',
			incident('status: $0\nkind: maintenance\nx: "'),
			['scheduled', 'in_progress', 'verifying', 'completed'],
		],
		['status values of a postmortem', postmortem('status: $0'), ['draft', 'in-review', 'published']],
		[
			'relations',
			incident('references:\n  - { id: a, relation: $0 }'),
			['recurrence-of', 'caused-by', 'related', 'duplicate-of', 'follow-up-to'],
		],
		[
			'weekdays',
			configuration('week_ends_on: sat$0'),
			['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
		],
		['levels of an alias', configuration('impact:\n  levels: [low, high]\n  aliases:\n    SEV1: $0'), ['low', 'high']],
		['levels of a rule', configuration('rules:\n  time/order: $0'), ['off', 'error', 'warning', 'info', 'hint']],
		[
			'levels of a rule with options',
			configuration('rules:\n  time/left-open: [$0]'),
			['off', 'error', 'warning', 'info', 'hint'],
		],
		['the current time and date', incident('resolved_at: $0'), ['now', 'today']],
		['a due date', incident('action_items:\n  - due: $0'), ['now', 'today']],
	])('offers %s', async (_caption, marked, expected) => {
		expect(await labels(marked)).toEqual(expected);
	});

	test('states the rank of a level, and the level of an alias', async () => {
		const items = (await complete(incident('impact: $0')))?.items ?? [];
		const details = new Map(items.map(({ label, detail }) => [label, detail]));
		expect(details.get('major')).toBe('level 3 of 4');
		expect(details.get('SEV1')).toBe('critical, level 4 of 4');
	});

	test('inserts the current time in the zone of the log', async () => {
		expect(await accept('now', incident('resolved_at: $0'))).toBe('resolved_at: 2024-09-01T08:00:00-04:00');
		expect(await accept('today', incident('resolved_at:$0'))).toBe('resolved_at: 2024-09-01');
		expect(await accept('now', 'resolved_at: 2024-09$0-01 # soon')).toBe(
			'resolved_at: 2024-09-01T12:00:00+00:00 # soon',
		);
	});

	test('offers IANA time zones', async () => {
		const zones = await labels(configuration('time_zone: $0'));
		expect(zones[0]).toBe('UTC');
		expect(zones).toContain('America/New_York');
	});

	test.each([
		['an item after a dash', 'queue', 'components:\n  -$0', 'components:\n  - queue'],
		['a value in quotes', 'major', 'impact: "mi$0nor"', 'impact: "major"'],
		['a value before a comment', 'major', 'impact: mi$0nor # for now', 'impact: major # for now'],
		[
			'a value in braces',
			'related',
			'references: [{ relation: re$0c }, {}]',
			'references: [{ relation: related }, {}]',
		],
	])('replaces %s', async (_caption, label, text, expected) => {
		expect(await accept(label, incident(text))).toBe(expected);
	});

	test.each([
		['in a comment', incident('impact: none # $0')],
		['in a title', incident('title: $0')],
		['in a summary', incident('summary: |\n  $0')],
		['in Markdown text', bulletin('Some prose $0')],
		['after a space in a title', incident('title: The $0')],
	])('offers nothing %s', async (_caption, marked) => {
		expect(await labels(marked)).toEqual([]);
	});

	test('is not triggered by a space in an empty line', async () => {
		expect(await complete(incident(' $0'), { context: { triggerKind: 2, triggerCharacter: ' ' } })).toBeNull();
		expect(
			await complete(incident('impact: $0'), { context: { triggerKind: 2, triggerCharacter: ' ' } }),
		).not.toBeNull();
	});
});

describe('completion in incomplete YAML', () => {
	const tail = '\nstatus: resolved\ncomponents: [queue]\n';

	test.each([
		['an empty line', `title: A\n$0${tail}`],
		['a key without a colon', `title: A\nimp$0${tail}`],
		['a key without a colon in quotes', `title: A\n"imp$0${tail}`],
		['a key after an unclosed quote', `title: "A\nimp$0${tail}`],
		['a key after an unclosed bracket', `references: [{ id: a\nimp$0${tail}`],
		['a key before a comment', `title: A\nimp$0 # none yet${tail}`],
		['a key after a comment', `title: A # none yet\n# impact: none\nimp$0${tail}`],
		['a key after an empty item', `references:\n  -\nimp$0${tail}`],
		['a key at the end of a text with a byte-order mark', '\ufefftitle: A\nimp$0'],
	])('completes %s', async (_caption, text) => {
		const keys = await labels(incident(text));
		expect(keys).toContain('impact');
		expect(keys).not.toContain(text.includes('title') ? 'title' : 'references');
		expect(keys).not.toContain(text.includes('status') ? 'status' : 'title');
	});

	test.each([
		['in an unclosed quote', 'impact', 'major', `title: A\nimpact: "ma$0${tail}`],
		['in an unclosed bracket', 'components', 'queue', 'title: A\ncomponents: [$0\nimpact: none\n'],
		['after a dash without a space', 'components', 'queue', 'title: A\ncomponents:\n  -$0\nimpact: none\n'],
		['after a dash below other items', 'components', 'queue', 'components:\n  - api\n  - $0\nimpact: none\n'],
		['in a bracket on several lines', 'components', 'queue', 'components: [\n  api,\n  $0\n]\nimpact: none\n'],
		['before a comment', 'impact', 'major', 'impact: $0 # none yet\ntitle: A\n'],
	])('completes a value %s', async (_caption, _field, value, text) => {
		expect(await labels(incident(text))).toContain(value);
		expect(await accept(value, incident(text))).toContain(value);
	});

	test.each([
		['impact', 'editor.action.triggerSuggest'],
		['kind', 'editor.action.triggerSuggest'],
		['summary', undefined],
		['title', undefined],
	])('opens the list of values after the key `%s` if it has one', async (key, command) => {
		const { items } = await openLog('stat$0').ask<CompletionList>(completion);
		expect(items.find(({ label }) => label === key)?.command?.command).toBe(command);
	});

	test('marks the required keys, which are first', async () => {
		const { items } = await openLog('$0\nstatus: resolved\n').ask<CompletionList>(completion);
		const marked = items.map(({ labelDetails }) => labelDetails?.description === 'required');
		expect(marked.slice(0, 4)).toEqual([true, true, true, false]);
	});

	test('keeps the rest of the text', async () => {
		expect(await accept('impact', incident(`title: A\nimp$0 # none yet${tail}`))).toBe(
			`title: A\nimpact: \x240 # none yet${tail}`,
		);
		expect(await accept('major', incident(`title: A\nimpact: "ma$0${tail}`))).toBe(`title: A\nimpact: "major${tail}`);
	});

	test.each([
		['an empty line', 'title: A\n$0\nincident: a', 'status'],
		['a key without a colon', 'title: A\nsta$0\nincident: a', 'status'],
		['a value in an unclosed quote', "title: A\nstatus: 'dr$0\nincident: a", 'draft'],
	])('completes %s of front matter', async (_caption, text, expected) => {
		const found = await labels(postmortem(text));
		expect(found).toContain(expected);
		expect(found).not.toContain('title');
	});

	test.each([
		['a postmortem', postmortem('sta$0')],
		['an incident', `${SMALL_LOG}//- /incidents/n.md\n---\nsta$0\n---\n\n# Queue stopped\n\nText.\n`],
		['an incident with a title', `${SMALL_LOG}//- /incidents/n.md\n---\ntitle: A\nsta$0\n---\n\nText.\n`],
	])('completes the first keys of %s', async (_caption, marked) => {
		expect(await labels(marked)).toContain('status');
	});

	test('completes unclosed front matter', async () => {
		expect(await labels(`${SMALL_LOG}//- /postmortems/n.md\n---\ntitle: A\nsta$0\n\n# Text\n`)).toContain('status');
	});

	test.each([
		['impact', 'title: A\r\nimp$0\r\nid: x\r\n'],
		['major', 'title: A\r\nimpact: $0\r\nid: x\r\n'],
		['queue', 'components:\r\n  - api\r\n  - $0\r\n'],
	])('completes `%s` in a text with CRLF', async (expected, marked) => {
		const opened = openLog(incident(marked.replaceAll('\r\n', '\n')));
		opened.set('incidents/n.yaml', marked.replace('$0', ''));
		const list = await opened.ask<CompletionList | null>(completion);
		expect(list?.items.map(({ label }) => label)).toContain(expected);
	});

	test('completes the options of a rule after its level', async () => {
		expect(await labels(configuration('rules:\n  time/left-open: [warning, { $0 }]'))).toEqual(['after']);
	});

	test('offers no items for a key of a mapping in a list', async () => {
		expect(await labels(incident(`${HEAD}references: [{ $0 }]`))).toEqual(['id', 'relation']);
	});
});

describe('completion of ids', () => {
	const newestFirst = ['2024-08-20-sign-in-was-slow', '2024-08-15-store', '2024-08-15-second', '2024-07-12-jobs'];

	test.each([
		['in a reference', incident(`${HEAD}references:\n  - id: $0`)],
		['in a reference in braces', incident(`${HEAD}references:\n  - { id: $0 }`)],
		['in a list item', incident(`${HEAD}references:\n  - $0`)],
		['in a postmortem', postmortem('incident: $0')],
		['in the incidents of a postmortem', postmortem('incidents: [$0]')],
	])('offers ids %s, newest first', async (_caption, marked) => {
		const ids = (await labels(marked)).filter(label => /^\d/.test(label) && label !== 'n');
		expect(ids).toEqual(newestFirst);
	});

	test('offers ids of postmortems', async () => {
		expect(await labels(incident(`${HEAD}postmortem: $0`))).toEqual(['2024-07-12-jobs']);
	});

	test('closes a wiki link', async () => {
		expect(await labels(bulletin('See [[$0'))).toEqual(newestFirst);
		expect(await accept('2024-07-12-jobs', bulletin('See [[$0 and so on'))).toContain(
			'See [[2024-07-12-jobs]] and so on',
		);
		expect(await accept('2024-07-12-jobs', bulletin('See [[07$0]] on'))).toContain('See [[2024-07-12-jobs]] on');
		expect(await accept('2024-07-12-jobs', bulletin('[[2024$0-07|that]]'))).toContain('[[2024-07-12-jobs|that]]');
		expect(await accept('2024-07-12-jobs', bulletin('[[2024$0-07\\|that]]'))).toContain('[[2024-07-12-jobs\\|that]]');
		expect(await accept('2024-07-12-jobs', bulletin('[[2024$0-07#cause]]'))).toContain('[[2024-07-12-jobs#cause]]');
	});

	test('offers file names below a folder, and nothing after a heading mark', async () => {
		const edited = await accept('2024-07-12-jobs', bulletin('See [[../incidents/$0'));
		expect(edited).toContain('See [[../incidents/2024-07-12-jobs]]');
		expect(await labels(bulletin('See [[../nowhere/$0'))).toEqual([]);
		expect(await complete(bulletin('See [[2024-07-12-jobs#$0]]'))).toBeNull();
	});

	test('offers ids in block text', async () => {
		expect(await labels(incident(`${HEAD}summary: |\n  As in [[jobs$0`))).toEqual(['2024-07-12-jobs']);
	});

	test('states date, impact and title, and filters by title', async () => {
		const list = await complete(bulletin('See [[another$0'));
		expect(list?.items.map(({ label, detail, filterText }: CompletionItem) => [label, detail, filterText])).toEqual([
			['2024-08-15-second', '15 August 2024 · none · Another of that day', '2024-08-15-second Another of that day'],
		]);
	});

	test('limits the items of a large log', async () => {
		const many = Array.from(
			{ length: 250 },
			(_, i) => `//- /incidents/i${i}.yaml\ntitle: N\nimpact: none\nstarted_at: 2024-01-01T00:00:${10 + (i % 50)}Z\n`,
		);
		const list = await complete(`//- /bulletins/2024-08-31.md\n[[$0\n${many.join('')}`);
		expect(list?.items.length).toBe(200);
		expect(list?.isIncomplete).toBe(true);
	});
});

describe('completion of own fields', () => {
	const FIELDS = `//- /incident-log.yaml
fields:
  incident:
    region: { title: Region, description: "Where *it* happened", enum: [iad, "1", a:b, "c: d"] }
    paged: { type: boolean }
    sites: { type: array, items: { enum: [x, y] } }
    lead: { type: object, required: [name], properties: { team: true, name: { const: Kim } } }
    severity: { enum: [SEV-1, SEV-2] }
    __proto__: { enum: [z] }
//- /incidents/n.yaml
`;

	test('offers them as keys, with title and description', async () => {
		const list = await complete(`${FIELDS}$0`);
		expect(list?.items.map(({ label }) => label)).toEqual(
			expect.arrayContaining(['title', 'region', 'paged', 'sites', 'lead', '__proto__']),
		);
		expect(list?.items.find(({ label }) => label === 'region')).toMatchObject({
			detail: 'Region',
			documentation: 'Where *it* happened',
		});
		expect(await labels(`${FIELDS}lead:\n  $0`)).toEqual(['name', 'team']);
		expect(await accept('sites', `${FIELDS}$0`)).toContain('sites: [$0]');
	});

	test.each([
		['of an `enum`, quoted as YAML requires', 'region: $0', ['iad', '"1"', 'a:b', '"c: d"']],
		['of a boolean', 'paged: $0', ['true', 'false']],
		['of an item', 'sites: [$0]', ['x', 'y']],
		['of a mapping', 'lead: { name: $0 }', ['Kim']],
		['of a field with a native name', 'severity: $0', ['SEV-1', 'SEV-2']],
		['of `__proto__`', '__proto__: $0', ['z']],
	])('offers the values %s', async (_caption, text, expected) => {
		expect(await labels(FIELDS + text)).toEqual(expected);
	});

	test('does not offer fields of another kind', async () => {
		expect(await labels(`${FIELDS}x: 1\n//- /bulletins/2024-08-31.md\n---\n$0\n---\n`)).not.toContain('region');
	});

	test.each([
		['keywords', 'region: { $0 }', ['type', 'enum']],
		['types', 'region: { type: $0 }', ['string', 'number']],
		['nested keywords', 'region:\n      items:\n        properties:\n          a: { $0 }', ['type', 'enum']],
	])('offers %s in the configuration', async (_caption, text, expected) => {
		const found = await labels(configuration(`fields:\n  incident:\n    ${text}\n`));
		expect(found.slice(0, expected.length)).toEqual(expected);
	});
});

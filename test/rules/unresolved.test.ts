import { describe, expect, test } from 'vitest';
import { openText } from './report-text.ts';

const RECORDS = `//- /incidents/2026-03-04-cache-cold.md
---
title: Cache was cold
impact: minor
started_at: 2026-03-04T09:00:00Z
resolved_at: 2026-03-04T10:00:00Z
---
`;

/** The findings of `reference/unresolved` of a record of 12 March with a text, as `level «text» expected`. */
function unresolved(body: string, others = '', path = '/incidents/2026-03-12-cache-again.md'): string[] {
	const record = `//- ${path}\n---\ntitle: Cache was cold again\nimpact: minor\nstarted_at: 2026-03-12T09:00:00Z\nresolved_at: 2026-03-12T10:00:00Z\n---\n\n`;
	const log = openText(`${RECORDS}${others}${record}${body}\n`, '2026-04-01T00:00:00Z');
	return log
		.findings()
		.filter(finding => finding.code === 'reference/unresolved' && finding.path === path)
		.map(({ level, path, range, message }) => {
			const text = log.files.get(path)?.slice(range.start, range.end);
			return `${level} «${text}» ${/Expected (.*)\.$/.exec(message)?.[1]}`;
		});
}

describe('reference/unresolved', () => {
	test.each<[string, string, readonly string[]]>([
		['a name with a heading', '[[2026-03-04-cache-cold#cause]]', []],
		['a path', '[[../incidents/2026-03-04-cache-cold.md]] [[incidents/2026-03-04-cache-cold]]', []],
		['the unique beginning of a name', '[[2026-03-04]] [[2026-03-04-cache]]', []],
		['a table cell', '| a |\n|---|\n| [[2026-03-04-cache-cold\\|then]] |', []],
		['directives and pages of other tools', '[[_TOC_]] [[toc]] [[File:cpu.png]] [[phab:T12]] [[0]] [[graph.svg]]', []],
		[
			'web links with brackets in their text',
			'[[1]](https://example.org/a) [[note]](https://example.org) [[2]][a]',
			[],
		],
		['code', '`[[nothing]]` <code>[[nothing]]</code>', []],
		['templates', '[a]({{< ref "a.md" >}}) {% post_url 2026-03-04-cache-colt %} [b](@site/b.md) [c]($X/c.md)', []],
		['a path from an unknown root', '[a](/docs/a.md) [b](/incidents/2026-03-04-cache-cold.md)', []],
		['identifiers of others', 'CVE-2026-1234, RFC-3339, UTF-8, SHA-256, PROJ-77, GH-12 and #1234', []],
		['a note of a day', '[[2026-03-05]]', ['hint «2026-03-05» the id of a record']],
		['an unknown page', '[[Cache concepts]]', ['hint «Cache concepts» the id of a record']],
		['an id of this form', '[[2026-02-01-queue]]', ['error «2026-02-01-queue» the id of a record']],
		[
			'a misspelled id',
			'[[2026-03-04-cache-clod]] and 2026-03-04-cache-colt',
			[
				'error «2026-03-04-cache-clod» `2026-03-04-cache-cold`',
				'warning «2026-03-04-cache-colt» `2026-03-04-cache-cold`',
			],
		],
		[
			'a misspelled id in a table cell',
			'| a |\n|---|\n| [[2026-03-04-cache-clod\\|then]] |',
			['error «2026-03-04-cache-clod» `2026-03-04-cache-cold`'],
		],
		[
			'another case',
			'[[2026-03-04-Cache-Cold]] [a](./2026-03-04-Cache-Cold.md)',
			[
				'error «2026-03-04-Cache-Cold» `2026-03-04-cache-cold`',
				'warning «./2026-03-04-Cache-Cold.md» `./2026-03-04-cache-cold.md`',
			],
		],
		[
			'its own id, which is not a suggestion',
			'[[2026-03-12-cache-agian]]',
			['error «2026-03-12-cache-agian» the id of a record'],
		],
		['a missing file beside the record', '[a](./gone.md)', ['warning «./gone.md» the path of a file']],
		['a missing file elsewhere', '[a](../docs/gone.md)', ['hint «../docs/gone.md» the path of a file']],
	])('of %s', (_caption, body, expected) => {
		expect(unresolved(body)).toEqual(expected);
	});

	test('of names that several records begin with lists them', () => {
		const other =
			'//- /incidents/2026-03-04-disk.yaml\ntitle: Disk full\nimpact: minor\nstarted_at: 2026-03-04T12:00:00Z\n';
		expect(unresolved('[[2026-03-04]]', other)).toEqual([
			'hint «2026-03-04» `2026-03-04-cache-cold` or `2026-03-04-disk`',
		]);
	});

	const ticket = (id: string, title: string, day: number) =>
		`//- /incidents/${id}.yaml\ntitle: ${title}\nimpact: minor\nstarted_at: 2026-03-0${day}T12:00:00Z\nresolved_at: 2026-03-0${day}T13:00:00Z\n`;
	const tickets = ticket('OUT-0041', 'Disk full', 1) + ticket('OUT-0043-mail', 'Mail was late', 3);

	test.each<[string, string, readonly string[]]>([
		['a known ticket, with and without zeros', 'OUT-0041, OUT-41, OUT-0043 and [[OUT-43]]', []],
		['a ticket between two of the log', 'See OUT-0042.', ['warning «OUT-0042» the id of a record']],
		['a ticket after those of the log', 'See OUT-0044.', ['hint «OUT-0044» the id of a record']],
		['a ticket with another prefix', 'See ABC-0042.', []],
		['a linked ticket', 'See [[OUT-0042]].', ['error «OUT-0042» the id of a record']],
	])('of %s', (_caption, body, expected) => {
		expect(unresolved(body, tickets, '/incidents/OUT-0040.md')).toEqual(expected);
	});

	test.each<[string, string, readonly string[]]>([
		['a day without an incident', 'As in the March 2 outage.', ['warning «March 2 outage» the date of an incident']],
		[
			'a day relative to the record',
			'As in the outage two days ago.',
			['hint «outage two days ago» the date of an incident'],
		],
		['a day of a section of the page', 'As in the March 2 outage.\n\n## 2 March 2026: first alerts\n\nText.', []],
		['a weekday in a dated section', "## 2026-03-05\n\nAs in Wednesday's outage.", []],
		[
			'labels on lines of their own',
			'**Date:** 2026-03-02  \n**Issue:** login fails\n**Date**: March 2, 2026\n**Incident**: login',
			[],
		],
		['a call about an incident', "On Monday's incident call and in Monday's outage review.", []],
	])('of a mention of %s', (_caption, body, expected) => {
		expect(unresolved(body)).toEqual(expected);
	});

	describe('suggests no id that another rule reports', () => {
		const incident = (id: string, day: number, rest = '') =>
			`//- /incidents/${id}.yaml\ntitle: Caches\nimpact: minor\nstarted_at: 2026-03-${day}T09:00:00Z\n${rest}`;
		const messages = (text: string) =>
			openText(`${RECORDS}${text}`, '2026-04-01T00:00:00Z')
				.findings()
				.flatMap(({ code, message }) => (code === 'reference/unresolved' ? [message] : []));

		test('a cause that started later', () => {
			const later = incident('2026-03-20-caches-cold', 20);
			const record = incident('mail', 10, 'references: [{ id: 2026-03-20-cache-cold, relation: caused-by }]\n');
			expect(messages(later + record)).toEqual([
				'Unresolved reference `2026-03-20-cache-cold`: no record has this id. Expected `2026-03-04-cache-cold`.',
			]);
		});

		test('a record that refers back', () => {
			const back = incident('queue-stuck', 10, 'references: [{ id: mail, relation: duplicate-of }]\n');
			const record = incident('mail', 10, 'references: [{ id: queue-stuk, relation: duplicate-of }]\n');
			expect(messages(back + record)).toEqual([
				'Unresolved reference `queue-stuk`: no record has this id. Expected the id of a record.',
			]);
		});

		test('an incident with another postmortem', () => {
			const post = (name: string, id: string) => `//- /postmortems/${name}.md\n---\nincident: ${id}\n---\n\n# Why\n`;
			const record = incident('queue-stuck', 10, 'postmortem: first\n');
			expect(messages(record + post('first', 'queue-stuck') + post('other', 'queue-stuk'))).toEqual([
				'Unresolved reference `queue-stuk`: no incident has this id. Expected the id of an incident.',
			]);
		});
	});
});

import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { definition } from '../../src/features/definition.ts';
import { references } from '../../src/features/references.ts';
import { formatLocation, openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const record = 'title: New\nimpact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n';
const bulletin = '# 2024-08-31\n\n';

const cases: readonly [caption: string, file: string, locations: readonly string[]][] = [
	[
		'a reference in a field',
		`//- /incidents/n.yaml\n${record}references:\n  - { id: 2024-07-$012-jobs }\n`,
		['incidents/2024-07-12-jobs.yaml:1:8 Jobs stood still'],
	],
	[
		'a wiki link, to the incident before its postmortem',
		`//- /bulletins/2024-08-31.md\n${bulletin}See [[2024-07-12-jobs$0]].\n`,
		['incidents/2024-07-12-jobs.yaml:1:8 Jobs stood still'],
	],
	[
		'the postmortem of an incident',
		`//- /incidents/n.yaml\n${record}postmortem: 2024-07-12-$0jobs\n`,
		['postmortems/2024-07-12-jobs.md:2:8 Why jobs stood still'],
	],
	[
		'a dated mention',
		`//- /bulletins/2024-08-31.md\n${bulletin}As in the July $012 incident.\n`,
		['incidents/2024-07-12-jobs.yaml:1:8 Jobs stood still'],
	],
	[
		'an ambiguous mention',
		`//- /bulletins/2024-08-31.md\n${bulletin}As in the Aug$0ust 15 issue.\n`,
		[
			'incidents/2024-08-15-second.yaml:1:8 Another of that day',
			'incidents/2024-08-15-store.md:2:8 The store <b>filled</b> up [x](command:evil) `y`',
		],
	],
	[
		'the bulletin of the week before',
		`//- /bulletins/2024-08-31.md\n${bulletin}See last week's$0 bulletin.\n`,
		['bulletins/2024-08-24.md:1:3 2024-08-24'],
	],
	[
		'an entry of a bulletin',
		`//- /bulletins/2024-08-31.md\n${bulletin}See the August 20$0 incident.\n`,
		['bulletins/2024-08-24.md:5:16 Sign-in was slow'],
	],
	['an unresolved reference', `//- /incidents/n.yaml\n${record}references:\n  - { id: no$0where }\n`, []],
	['a word that is not a reference', `//- /incidents/n.yaml\ntit$0le: New\n`, []],
];

describe('go to definition', () => {
	test.each(cases)('%s', async (_caption, file, locations) => {
		const opened = openLog(SMALL_LOG + file);
		const answer = await opened.ask<Location[]>(definition);
		expect(answer.map(location => formatLocation(opened.log, location))).toEqual(locations);
	});
});

describe('find references', () => {
	const all = [
		'bulletins/2024-08-24.md:7:18 ../incidents/2024-07-12-jobs.yaml',
		'incidents/2024-08-15-store.md:6:11 2024-07-12-jobs',
		'incidents/2024-08-15-store.md:9:28 July 12 incident',
		'incidents/2024-08-15-store.md:9:57 2024-07-12-jobs',
		'postmortems/2024-07-12-jobs.md:3:11 2024-07-12-jobs',
	];
	const origins: readonly [string, string][] = [
		['a reference', `//- /bulletins/2024-08-31.md\n${bulletin}See the Jul$0y 12 incident.\n`],
		['the definition', ''],
	];
	test.each(origins)('lists all references from %s', async (_caption, file) => {
		const marked = file === '' ? SMALL_LOG.replace('title: Jobs', () => 'title: $0Jobs') : SMALL_LOG + file;
		const opened = openLog(marked);
		const answer = await opened.ask<Location[]>(references, { context: { includeDeclaration: false } });
		const others = answer
			.map(location => formatLocation(opened.log, location))
			.filter(location => !location.includes('08-31'));
		expect(others).toEqual(all);
	});

	test('lists the declaration first', async () => {
		const opened = openLog(SMALL_LOG.replace('title: Jobs', () => 'title: $0Jobs'));
		const [first] = await opened.ask<Location[]>(references, { context: { includeDeclaration: true } });
		expect(first && formatLocation(opened.log, first)).toBe('incidents/2024-07-12-jobs.yaml:1:8 Jobs stood still');
	});
});

test('from a wiki link to a file that is not a record goes to the file', async () => {
	const files = `//- /notes/cache-concepts.md\n# Cache\n//- /bulletins/2024-08-31.md\n${bulletin}See [[cache concepts$0]].\n`;
	const { ask, uri } = openLog(files);
	expect(await ask<Location[]>(definition)).toMatchObject([{ uri: uri('notes/cache-concepts.md') }]);
});

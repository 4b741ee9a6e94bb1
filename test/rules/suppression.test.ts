import { describe, expect, test } from 'vitest';
import { ExampleLog } from './example-log.ts';
import { findingLines } from './report-text.ts';

/** All findings of a small log, without their paths. */
const told = (text: string) => findingLines(text).map(line => line.replace(/^\S+ /, ''));

const HEAD = 'title: Mail was late\nimpact: minor\n';
const SWAPPED = `${HEAD}started_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T05:00:00Z\n`;
const NOTHING = 'finds nothing here that could be silenced; expected no comment that silences it';

describe('what is silenced', () => {
	test.each<[string, string, readonly string[]]>([
		['the whole file', `# incident-log-disable-file time/order -- clocks\n${SWAPPED}`, []],
		['its own line', `${SWAPPED.trimEnd()} # incident-log-disable-line time/order\n`, []],
		[
			'what is at the end of the text',
			`${HEAD}started_at: 2024-08-26T05:30:00Z\n# incident-log-disable-next-line schema/syntax\ntit`,
			[],
		],
		[
			'the rule that is named, and no other',
			`# incident-log-disable-file time/order\n${SWAPPED}sumary: x\n`,
			['schema/unknown-field «sumary» Unknown field `sumary` in an incident. Expected `summary`.'],
		],
		[
			'the line below, and no other',
			`# incident-log-disable-next-line time/order\n${SWAPPED}`,
			[
				`suppression/unused «time/order» \`time/order\` ${NOTHING}`,
				'time/order «2024-08-26T05:00:00Z» Times out of order: `resolved_at` is 30 min before `started_at`. Expected a time after `2024-08-26T05:30:00Z`.',
			],
		],
		[
			'one finding twice: both are used',
			`# incident-log-disable-file time/order\n${SWAPPED.trimEnd()} # incident-log-disable-line time/order\n`,
			[],
		],
		[
			'a comment that is not used',
			`# incident-log-disable-file time/order suppression/unused\n${HEAD}started_at: 2024-08-26\n`,
			[],
		],
		[
			'nothing by a rule that is never unused',
			`# incident-log-disable-file suppression/unused\n${HEAD}started_at: 2024-08-26\n`,
			[],
		],
		[
			'a finding of the configuration',
			'//- /incident-log.yaml\n# incident-log-disable-next-line schema/unknown-field -- for another tool\nother: 1\n',
			[],
		],
		[
			'a rule that is off finds nothing',
			`//- /incident-log.yaml\nrules: { time/order: off }\n//- /incidents/a.yaml\n# incident-log-disable-file time/order\n${SWAPPED}`,
			[`suppression/unused «time/order» \`time/order\` ${NOTHING}`],
		],
	])('%s', (_, text, expected) => {
		expect(told(text)).toEqual(expected);
	});
});

describe('what is wrong with a comment', () => {
	const good = `${HEAD}started_at: 2024-08-26T05:30:00Z\n`;
	test.each<[string, string, readonly string[]]>([
		[
			'words that are no codes',
			`# incident-log-disable-file mail is always late\n${good}`,
			[
				'suppression/unused «mail is always late» `mail is always late` is no rule; expected codes of rules, and a reason only after `--`',
			],
		],
		[
			'a word that is none',
			`# incident-log-disable-nextline time/order\n${good}`,
			[
				'suppression/unused «incident-log-disable-nextline» `incident-log-disable-nextline` silences nothing; expected `incident-log-disable-next-line`',
			],
		],
		[
			'an end without a beginning',
			`# incident-log-enable\n${good}`,
			[
				'suppression/unused «incident-log-enable» `incident-log-enable` ends nothing; expected an `incident-log-disable` above it',
			],
		],
		[
			'the end of something else',
			`# incident-log-disable time/order\n${SWAPPED}# incident-log-enable time/format\n`,
			['suppression/unused «time/format» `time/format` is not silenced here; expected the code of a rule that is'],
		],
		[
			'a code like no other',
			`# incident-log-disable-file constructor/x\n${good}`,
			['suppression/unused «constructor/x» `constructor/x` is no rule; expected the code of a rule'],
		],
	])('%s', (_, text, expected) => {
		expect(told(text)).toEqual(expected);
	});
});

test('of several codes the one that is not needed goes', () => {
	const text = (codes: string) => `# incident-log-disable-file ${codes} -- clocks\n${SWAPPED}sumary: x\n`;
	const mend = (codes: string) =>
		new ExampleLog({ 'incidents/a.yaml': text(codes) }, 0).fixed('suppression/unused').files.get('/incidents/a.yaml');
	expect(mend('time/order, time/format, schema/unknown-field')).toBe(text('time/order, schema/unknown-field'));
	expect(mend('time/format time/order')).toBe(text('time/order'));
	expect(mend('time/order, time/format')).toBe(text('time/order'));
});

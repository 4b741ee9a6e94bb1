import { describe, expect, test } from 'vitest';
import { ExampleLog } from './example-log.ts';
import { findingLines } from './report-text.ts';

/** Formats all findings of a small log, without their paths. */
const findings = (text: string) => findingLines(text).map(line => line.replace(/^\S+ /, ''));

const HEAD = 'title: Mail was late\nimpact: minor\n';
const SWAPPED = `${HEAD}started_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T05:00:00Z\n`;
const UNUSED_ORDER =
	'suppression/unused «time/order» Unused suppression of `time/order`: the rule has no finding here. Expected no suppression of this rule.';

describe('suppresses findings', () => {
	test.each<[string, string, readonly string[]]>([
		['in the whole file', `# incident-log-disable-file time/order -- clocks\n${SWAPPED}`, []],
		['in the line of the comment', `${SWAPPED.trimEnd()} # incident-log-disable-line time/order\n`, []],
		[
			'at the end of the text',
			`${HEAD}started_at: 2024-08-26T05:30:00Z\n# incident-log-disable-next-line schema/syntax\ntit`,
			[],
		],
		[
			'of the named rule only',
			`# incident-log-disable-file time/order\n${SWAPPED}sumary: x\n`,
			['schema/unknown-field «sumary» Unknown field `sumary` in an incident. Expected `summary`.'],
		],
		[
			'in the next line only',
			`# incident-log-disable-next-line time/order\n${SWAPPED}`,
			[
				UNUSED_ORDER,
				'time/order «2024-08-26T05:00:00Z» Times out of order: `resolved_at` is 30 min before `started_at`. Expected a time after `2024-08-26T05:30:00Z`.',
			],
		],
		[
			'at the other range that a finding refers to',
			`${HEAD}# incident-log-disable-next-line time/order -- the clock was set back\n${SWAPPED.slice(HEAD.length)}`,
			[],
		],
		[
			'at both ranges of a finding, without reporting either comment as unused',
			`${HEAD}started_at: 2024-08-26T05:30:00Z # incident-log-disable-line time/order\nresolved_at: 2024-08-26T05:00:00Z # incident-log-disable-line time/order\n`,
			[],
		],
		[
			'but not at the same offset as the other range in another document',
			`//- /incidents/a.yaml\ntitle: ${'x'.repeat(48)}\nid: same\nimpact: minor\nstarted_at: 2024-08-26\n//- /incidents/b.yaml\n# incident-log-disable-next-line reference/duplicate-id\n${HEAD}id: same\nstarted_at: 2024-08-27\n`,
			[
				UNUSED_ORDER.replaceAll('time/order', 'reference/duplicate-id'),
				'reference/duplicate-id «same» Duplicate id `same`: another incident has this id. Expected a unique id.',
			],
		],
		[
			'twice, without reporting either comment as unused',
			`# incident-log-disable-file time/order\n${SWAPPED.trimEnd()} # incident-log-disable-line time/order\n`,
			[],
		],
		[
			'of unused comments',
			`# incident-log-disable-file time/order suppression/unused\n${HEAD}started_at: 2024-08-26\n`,
			[],
		],
		[
			'of unused comments, without being unused itself',
			`# incident-log-disable-file suppression/unused\n${HEAD}started_at: 2024-08-26\n`,
			[],
		],
		[
			'in the configuration',
			'//- /incident-log.yaml\n# incident-log-disable-next-line schema/unknown-field -- for another tool\nother: 1\n',
			[],
		],
		[
			'but reports a comment for a rule that is off',
			`//- /incident-log.yaml\nrules: { time/order: off }\n//- /incidents/a.yaml\n# incident-log-disable-file time/order\n${SWAPPED}`,
			[UNUSED_ORDER],
		],
	])('%s', (_, text, expected) => {
		expect(findings(text)).toEqual(expected);
	});
});

describe('reports faults of a comment', () => {
	const good = `${HEAD}started_at: 2024-08-26T05:30:00Z\n`;
	test.each<[string, string, readonly string[]]>([
		[
			'text that is not a code',
			`# incident-log-disable-file mail is always late\n${good}`,
			[
				'suppression/unused «mail is always late» Unexpected text `mail is always late`. Expected rule codes, and a reason after `--`.',
			],
		],
		[
			'a misspelled directive',
			`# incident-log-disable-nextline time/order\n${good}`,
			[
				'suppression/unused «incident-log-disable-nextline» Unknown directive `incident-log-disable-nextline`. Expected `incident-log-disable-next-line`.',
			],
		],
		[
			'an `enable` without a `disable`',
			`# incident-log-enable\n${good}`,
			[
				'suppression/unused «incident-log-enable» Unmatched `incident-log-enable`. Expected an `incident-log-disable` above it.',
			],
		],
		[
			'an `enable` for a rule that is not disabled',
			`# incident-log-disable time/order\n${SWAPPED}# incident-log-enable time/format\n`,
			[
				'suppression/unused «time/format» Unmatched `incident-log-enable` for `time/format`. Expected the code of a rule that is disabled above.',
			],
		],
		[
			'an unknown code without a similar one',
			`# incident-log-disable-file constructor/x\n${good}`,
			['suppression/unused «constructor/x» Unknown rule `constructor/x`. Expected the code of a rule.'],
		],
	])('%s', (_, text, expected) => {
		expect(findings(text)).toEqual(expected);
	});
});

test('the fix removes only the unused one of several codes', () => {
	const text = (codes: string) => `# incident-log-disable-file ${codes} -- clocks\n${SWAPPED}sumary: x\n`;
	const applyFix = (codes: string) =>
		new ExampleLog({ 'incidents/a.yaml': text(codes) }, 0).fixed('suppression/unused').files.get('/incidents/a.yaml');
	expect(applyFix('time/order, time/format, schema/unknown-field')).toBe(text('time/order, schema/unknown-field'));
	expect(applyFix('time/format time/order')).toBe(text('time/order'));
	expect(applyFix('time/order, time/format')).toBe(text('time/order'));
});

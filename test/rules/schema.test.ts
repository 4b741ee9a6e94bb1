import { describe, expect, test } from 'vitest';
import { formatFindings, RECORD } from './report-text.ts';

describe('reports one finding per fault, at the smallest node', () => {
	test.each<[string, string, readonly string[]]>([
		['an empty file', '', ['error schema/invalid «» Empty record. Expected `title`, `impact` and `started_at`.']],
		[
			'a file with only a comment',
			'# to be written\n',
			['error schema/invalid «» Empty record. Expected `title`, `impact` and `started_at`.'],
		],
		['nothing in a page without front matter', '//- /incidents/x.md\n# Mail was late\n', []],
		[
			'a list instead of a mapping',
			'- a\n- b\n',
			['error schema/syntax «-» Document is a list. Expected a mapping (`key: value`), with one record per file.'],
		],
		[
			'missing required fields, at the id',
			'id: x\n',
			[
				'error impact/missing «x» Missing field `impact`. Expected `none`, `minor`, `major` or `critical`.',
				'error schema/invalid «x» Missing field `title`. Expected a value such as `Machine leases could not be acquired`.',
				'error schema/invalid «x» Missing field `started_at`. Expected a value such as `2024-08-26T05:30:00-04:00`.',
			],
		],
		[
			'fields without values: errors for required fields, hints for the others',
			'title:\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at:\ncomponents:\n',
			[
				'error schema/invalid «title» Missing value of `title`. Expected text.',
				'hint schema/invalid «resolved_at» Missing value of `resolved_at`. Expected a time such as `2024-08-26T05:30:00-04:00`.',
				'hint schema/invalid «components» Missing value of `components`. Expected a list.',
			],
		],
		[
			'a title that begins with #, which YAML takes for a comment',
			'title: # of errors rose\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n',
			[
				'error schema/invalid «title» Missing value of `title`: `# of errors rose` is a comment. Expected the value in quotes.',
			],
		],
		[
			'conflict markers in YAML',
			`${RECORD}<<<<<<< HEAD\nseverity: high\n=======\nseverity: low\n>>>>>>> topic\n`,
			['error schema/syntax «<<<<<<<» Merge conflict marker. Expected one version of the text.'],
		],
		[
			'conflict markers in Markdown, which look like an underlined heading',
			'//- /postmortems/x.md\n# Mail was late\n\n## Summary\n\n<<<<<<< HEAD\nAn hour.\n=======\nTwo hours.\n>>>>>>> topic\n',
			['error schema/syntax «<<<<<<<» Merge conflict marker. Expected one version of the text.'],
		],
		[
			'a status of a status page in other letters',
			`${RECORD}status: Resolved\n`,
			['error schema/invalid «Resolved» Invalid value `Resolved` of `status`. Expected `resolved`.'],
		],
		[
			'a maintenance that was cancelled, and one that was postponed',
			'//- /incidents/a.yaml\ntitle: Disks\nkind: maintenance\nstatus: cancelled\nimpact: none\nscheduled_for: 2024-08-26T05:30:00Z\n//- /incidents/b.yaml\ntitle: Racks\nkind: maintenance\nstatus: postponed\nimpact: none\nscheduled_for: 2024-08-27T05:30:00Z\n',
			[
				'error schema/invalid «cancelled» Invalid value `cancelled` of `status`. Expected `completed`.',
				'error schema/invalid «postponed» Invalid value `postponed` of `status`. Expected `scheduled`.',
			],
		],
		[
			'the statuses of components as impact levels',
			`//- /incidents/a.yaml\n${RECORD.replace('minor', 'degraded_performance')}//- /incidents/b.yaml\n${RECORD.replace('minor', 'major_outage').replace('05:30', '06:30')}`,
			[
				'error impact/unknown-level «degraded_performance» Unknown impact level `degraded_performance`: it usually means `minor`. Expected `none`, `minor`, `major` or `critical`.',
				'error impact/unknown-level «major_outage» Unknown impact level `major_outage`: it usually means `critical`. Expected `none`, `minor`, `major` or `critical`.',
			],
		],
		[
			'a misspelled word of another tool, by the words of that tool',
			'//- /content/issues/2024-08-26-mail.md\n---\nsection: issue\ntitle: Mail was late\ndate: 2024-08-26 05:30:00\nresolved: true\nresolvedWhen: 2024-08-26 06:30:00\naffected: [Mail]\nseverity: dissrupted\n---\n',
			[
				'error impact/unknown-level «dissrupted» Unknown impact level `dissrupted`. Expected `notice`, `disrupted` or `down`.',
			],
		],
		[
			'front matter in TOML',
			'//- /incidents/x.md\n+++\ntitle = "Mail was late"\n+++\n\nText\n',
			['error schema/syntax «+++» Front matter in TOML is not read. Expected YAML between lines of `---`.'],
		],
		[
			'front matter in JSON',
			'//- /incidents/x.md\n{\n  "title": "Mail was late"\n}\n\nText\n',
			['error schema/syntax «{» Front matter in JSON is not read. Expected YAML between lines of `---`.'],
		],
		[
			'a field in another case next to the known one',
			`${RECORD}Impact: major\n`,
			['warning schema/unknown-field «Impact» Unknown field `Impact` in an incident. Expected `impact`.'],
		],
		[
			'an empty text',
			`${RECORD}summary: ""\n`,
			['error schema/invalid «summary» Empty text in `summary`. Expected text.'],
		],
		[
			'a number instead of a time',
			`${RECORD}resolved_at: 2024\n`,
			[
				'error schema/invalid «2024» Wrong type of `resolved_at`: number `2024`. Expected a time such as `2024-08-26T05:30:00-04:00`.',
			],
		],
		[
			'a mapping instead of text, at its key',
			`${RECORD}summary:\n  what: mail\n`,
			['error schema/invalid «summary» Wrong type of `summary`: mapping. Expected text.'],
		],
		[
			'a boolean instead of text',
			`${RECORD}severity: true\n`,
			['error schema/invalid «true» Wrong type of `severity`: boolean `true`. Expected text.'],
		],
		['accepts a number as text', `${RECORD}severity: 2\n`, []],
		[
			'a list item without a required field, at its first key',
			`${RECORD}timeline:\n  - text: Alert fires\n    at: 2024-08-26T05:41:00Z\n  - by: a.rivera\n    at: 2024-08-26T05:45:00Z\n`,
			['error schema/invalid «by» Missing field `text` in `timeline`. Expected `text` in each item.'],
		],
		[
			'a list item that is a list',
			`${RECORD}references: [[mail]]\n`,
			['error schema/invalid «[» Wrong type of item in `references`: list. Expected text or a mapping.'],
		],
		[
			'a status of incidents in a maintenance',
			'kind: maintenance\ntitle: New disks\nimpact: minor\nstatus: resolved\nscheduled_for: 2024-08-26T05:30:00Z\nscheduled_until: 2024-08-26T06:30:00Z\n',
			['error schema/invalid «resolved» Invalid value `resolved` of `status`. Expected `completed`.'],
		],
		[
			'a maintenance in progress without a start',
			'kind: maintenance\ntitle: New disks\nimpact: minor\nstatus: in_progress\nscheduled_for: 2024-08-26T05:30:00Z\n',
			[
				'error schema/invalid «New disks» Missing field `started_at`. Expected a value such as `2024-08-26T05:30:00-04:00`.',
			],
		],
		[
			'an unknown kind, without a finding for the status',
			`${RECORD}kind: outage\nstatus: resolved\nresolved_at: 2024-08-26T06:30:00Z\n`,
			[
				'error schema/invalid «outage» Invalid value `outage` of `kind`. Expected `incident`, `maintenance` or `notice`.',
			],
		],
		[
			'an unfinished line, without findings for missing fields',
			'id: x\ntit',
			['error schema/syntax «tit» Key without a value: `tit`. Expected `key: value`.'],
		],
		[
			'an alias, once',
			`${RECORD}summary: *text\n`,
			['error schema/alias «*text» Alias `*text`. Expected the value itself.'],
		],
		['accepts own fields', `${RECORD}x-one: 1\nx-two: { three: [4] }\n`, []],
		[
			'a field with the name of a property of every JavaScript object',
			`${RECORD}constructor: 1\n`,
			[
				'hint schema/unknown-field «constructor» Unknown field `constructor` in an incident. Expected a known field or `x-constructor`.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(text)).toEqual(expected);
	});
});

import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { ASPECTS } from '../../src/core/coverage.ts';
import { coverageOf } from '../../src/log/coverage.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';

/** The aspects of the only record of a file that are in a state, with the texts that were not understood. */
function coverage(kind: 'incident' | 'postmortem', name: string, text: string): Record<string, string> {
	const uri = `file:///log/${kind}s/${name}`;
	const document = parseDocument({ uri, text, kind, configuration: DEFAULT_CONFIGURATION });
	const aspects = coverageOf(document, DEFAULT_CONFIGURATION)?.aspects;
	return Object.fromEntries(
		ASPECTS.flatMap(aspect => {
			const { state = 'absent', read, notUnderstood = [] } = aspects?.[aspect] ?? {};
			const texts = notUnderstood.map(({ start, end }) => text.slice(start, end));
			return state === 'absent' ? [] : [[aspect, [state, read, ...texts].join(' ')]];
		}),
	);
}

test.each<[string, 'incident' | 'postmortem', string, string, Record<string, string>]>([
	[
		'counts native values that are not read as not understood',
		'incident',
		'mail.yaml',
		'title: Mail was late\nimpact: rather bad\nstarted_at: 1724664600\nresolved_at: then\n',
		{
			title: 'understood 1',
			start: 'not-understood 0 1724664600',
			end: 'not-understood 0 then',
			impact: 'not-understood 0 rather bad',
		},
	],
	[
		'counts an end that has not come as absent',
		'incident',
		'mail.yaml',
		'title: Mail was late\nimpact: minor\nstarted_at: 2024-08-26\nresolved_at: TBD\n',
		{ title: 'understood 1', start: 'understood 1', impact: 'understood 1' },
	],
	[
		'counts timeline entries whose day is unknown',
		'postmortem',
		'mail.md',
		'# Mail was late\n\n## Timeline\n\n- T+0: Queue stops\n- T+5m: Alert\n\n## Later\n\nText.\n',
		{ title: 'understood 1', timeline: 'understood 2' },
	],
	[
		'counts months without a day as not understood',
		'postmortem',
		'mail.md',
		'# Mail was late\n\n- **Start:** March 2021\n- **End:** 2021-03\n',
		{ title: 'understood 1', start: 'not-understood 0 March 2021', end: 'not-understood 0 2021-03' },
	],
	[
		'counts the fields of front matter in TOML as not understood',
		'incident',
		'2024-08-26-mail.md',
		'+++\ntitle = "Mail was late"\n+++\n\nIt was late.\n',
		{ title: 'not-understood 0 +++', start: 'partly 1 +++' },
	],
	[
		'counts the fields of front matter in JSON as not understood',
		'incident',
		'mail.md',
		'---json\n{ "title": "Mail was late" }\n---\n\nIt was late.\n',
		{ title: 'not-understood 0 ---json', start: 'not-understood 0 ---json' },
	],
])('%s', (_, kind, name, text, expected) => {
	expect(coverage(kind, name, text)).toEqual(expected);
});

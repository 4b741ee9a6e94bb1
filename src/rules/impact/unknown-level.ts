import type { ImpactScale } from '../../core/impact-scale.ts';
import type { Incident } from '../../core/incident.ts';
import { isMisspelling, nearest } from '../../core/nearest.ts';
import type { Located } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { readLevel } from '../../parse/values/levels.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { isStatusWord } from '../support/status.ts';
import { oneOfWords, quoted } from '../support/words.ts';

export const unknownLevel: Rule = {
	code: 'impact/unknown-level',
	title: 'Unknown impact level',
	rationale: dedent`
		\`impact.levels\` in \`incident-log.yaml\` defines the scale of the log, lowest level first, and \`impact.aliases\`
		other words for a level. The default levels are those of Statuspage: \`none\`, \`minor\`, \`major\` and \`critical\`.
		Until it is corrected, an unknown word ranks as the highest level, so that no severe incident is overlooked. For
		severities such as \`SEV-2\` and for the component statuses of Statuspage, the message states the level that they
		usually mean.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An alias, in any case',
			text: dedent`
				//- /incident-log.yaml
				impact:
				  levels: [green, yellow, red]
				  aliases: { SEV1: red }
				//- /incidents/2024-08-26-proxy.yaml
				title: Proxy dropped connections
				impact: sev1
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A misspelled level',
			text: dedent`
				title: Proxy dropped connections
				impact: «mayor»
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Unknown impact level `mayor`. Expected `none`, `minor`, `major` or `critical`.',
			fixed: dedent`
				title: Proxy dropped connections
				impact: major
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: "A level in the comment of a bulletin's entry",
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Proxy dropped connections** (05:30 UTC): One region was cut off.
				  <!-- incident: { impact: «moderate» } -->
			`,
			message:
				'Unknown impact level `moderate`: it usually means `major`. Expected `none`, `minor`, `major` or `critical`.',
		},
		{
			caption: 'A severity as an impact level',
			text: dedent`
				title: Proxy dropped connections
				impact: «SEV-2»
				started_at: 2024-08-26T05:30:00Z
			`,
			message:
				'Unknown impact level `SEV-2`: it usually means `major`. Expected `none`, `minor`, `major` or `critical`, or `SEV-2` in `impact.aliases` of `incident-log.yaml`.',
			fixed: dedent`
				title: Proxy dropped connections
				impact: major
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: 'The component status of a maintenance as an impact level',
			text: dedent`
				title: Proxy moves to a new host
				impact: «under_maintenance»
				started_at: 2024-08-26T05:30:00Z
			`,
			message:
				'Unknown impact level `under_maintenance`: it is a kind of incident. Expected `kind: maintenance`, and `none`, `minor`, `major` or `critical`.',
			fixed: dedent`
				title: Proxy moves to a new host
				kind: maintenance
				impact: none
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	*check({ document, log }) {
		const scale = log.configuration.impact;
		const ofDialect = document.data?.fieldWords?.get('impact');
		for (const incident of document.incidents) {
			const { impact } = incident;
			// `impact/status-in-impact` reports status words.
			if (impact === undefined || scale.levelOf(impact.value) !== undefined || isStatusWord(impact.value)) {
				continue;
			}
			const words = ofDialect ?? scale.words;
			yield new LazyReport(impact.range, () => {
				const near = nearest(impact.value, words, 1);
				const isTypo = near.some(word => isMisspelling(impact.value, word));
				const known = ofDialect || isTypo ? UNKNOWN : explain(impact, incident, document, log);
				const expected = known.expected ?? oneOfWords(ofDialect ?? scale.levels);
				return {
					message: `Unknown impact level ${quoted(impact.value)}${known.detail}. Expected ${expected}.`,
					fixes: known.fixes ?? near.map(word => write(impact.range, word, 'suggested')),
					data: { found: impact.value, expected: ofDialect ?? scale.levels },
				};
			});
		}
	},
};

interface Explanation {
	/** With the colon before it. */
	readonly detail: string;
	readonly expected?: string;
	readonly fixes?: readonly Fix[];
}

const UNKNOWN: Explanation = { detail: '' };
const MAINTENANCE = /^(?:under[\s_-]?)?maintenance$/i;
const HAS_NUMBER = /\d/;

/** What a word means that is not a level of the log: a severity, or the status of a component on a status page. */
function explain(
	impact: Located<string>,
	incident: Incident,
	document: LogDocument,
	{ configuration }: LogView,
): Explanation {
	const scale = configuration.impact;
	const levels = oneOfWords(scale.levels);
	if (MAINTENANCE.test(impact.value.trim())) {
		return {
			detail: ': it is a kind of incident',
			expected: `\`kind: maintenance\`, and ${levels}`,
			fixes: maintenanceFix(impact, incident, document, scale),
		};
	}
	const read = readLevel(impact, scale, configuration.vocabulary);
	if (read === undefined) {
		return UNKNOWN;
	}
	const { level, word } = read;
	const alias = `, or ${quoted(word.value)} in \`impact.aliases\` of \`incident-log.yaml\``;
	return {
		detail: `: it usually means ${quoted(level)}`,
		expected: HAS_NUMBER.test(word.value) ? levels + alias : levels,
		fixes: [write(impact.range, level, 'suggested')],
	};
}

/** Adds `kind: maintenance` before the field `impact` of a record without a kind. */
function maintenanceFix(
	{ range }: Located<string>,
	{ source }: Incident,
	{ data, text }: LogDocument,
	{ levels: [least = 'none'] }: ImpactScale,
): readonly Fix[] {
	const key = source === 'record' ? data?.at(['impact'])?.keyRange : undefined;
	const isOwnLine = key !== undefined && (key.start === 0 || text[key.start - 1] === '\n');
	if (!isOwnLine || data?.at(['kind']) !== undefined) {
		return [];
	}
	const edits = [
		{ range: { start: key.start, end: key.start }, newText: 'kind: maintenance\n' },
		{ range, newText: least },
	];
	return [{ title: 'Change to `kind: maintenance`', edits, safe: false }];
}

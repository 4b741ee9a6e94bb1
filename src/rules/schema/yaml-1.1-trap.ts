import type { Data, DataPath } from '../../parse/model/data.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';

/** Of a file with more short values the rest is not looked at: finding the place of one costs more the more there are. */
const MOST = 1000;
/** The deepest that a record goes is a field of an item of a list. */
const DEEPEST = 6;

/** What YAML 1.1 (https://yaml.org/type/) takes for something else than the text or the number that it is in YAML 1.2. */
const TRAPS: readonly (readonly [pattern: RegExp, taken: string])[] = [
	[/^(?:y|yes|on)$/i, '`true`'],
	[/^(?:n|no|off)$/i, '`false`'],
	[/^[-+]?[1-9]\d*(?::[0-5]?\d)+$/, 'a number to the base of 60'],
	[/^0[0-7]+$/, 'a number to the base of 8'],
];

export const yaml11Trap: Rule = {
	code: 'schema/yaml-1.1-trap',
	title: 'A value means the same to readers of YAML 1.1 and 1.2',
	rationale: dedent`
		Many tools still read YAML 1.1, in which \`no\` is false, \`on\` is true and \`12:30\` is 750. Norway's country code has
		become false in more than one file. Quotes make it text for every reader. The levels of rules in the configuration
		(\`off\`) are read by nothing else, and are left alone.
	`,
	level: 'hint',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'In quotes, and inside a text',
			text: dedent`
				title: "No"
				severity: "12:30"
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				summary: no
				  mail came in
			`,
		},
	],
	invalid: [
		{
			caption: 'A word and a clock',
			text: dedent`
				title: Switch turned off by hand
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [iad, «no»]
				severity: «12:30»
			`,
			message: '`no` is `false` to readers of YAML 1.1; expected it in quotes',
			fixed: dedent`
				title: Switch turned off by hand
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [iad, "no"]
				severity: "12:30"
			`,
		},
		{
			caption: 'A number with a zero before it, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-switch.md
				---
				title: Switch turned off by hand
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				severity: «010»
				---

				It was labelled badly.
			`,
			message: '`010` is a number to the base of 8 to readers of YAML 1.1; expected it in quotes',
			fixed: dedent`
				//- /incidents/2024-08-26-switch.md
				---
				title: Switch turned off by hand
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				severity: "010"
				---

				It was labelled badly.
			`,
		},
	],
	*check({ document }) {
		let looked = 0;
		for (const path of document.data ? pathsOf(document.data.value) : []) {
			if (looked++ === MOST) {
				return;
			}
			const node = document.data?.at(path);
			if (!node || !isPlain(node, document)) {
				continue;
			}
			const { range } = node;
			const text = document.text.slice(range.start, range.end);
			const taken = TRAPS.find(([pattern]) => pattern.test(text))?.[1];
			if (taken !== undefined) {
				yield {
					range,
					message: `${quoted(text)} is ${taken} to readers of YAML 1.1; expected it in quotes`,
					fixes: [write(range, `"${text}"`, 'safe')],
				};
			}
		}
	},
};

/** The paths of short texts and of whole numbers, but for what stands in `x-` fields. */
function* pathsOf(value: object, path: DataPath = []): Iterable<DataPath> {
	for (const [key, member] of Object.entries(value)) {
		const isBranch = typeof member === 'object' && member !== null && path.length + 1 < DEEPEST;
		if ((isBranch || mayBeTaken(member)) && !key.startsWith('x-')) {
			const place = [...path, Array.isArray(value) ? Number(key) : key];
			yield* isBranch ? pathsOf(member, place) : [place];
		}
	}
}

/** A whole number may have lost what it was written with: its place tells. */
function mayBeTaken(value: unknown): boolean {
	return typeof value === 'string'
		? value.length < 20 && TRAPS.some(([pattern]) => pattern.test(value))
		: Number.isInteger(value);
}

/** Without quotes, and no block of text. */
function isPlain({ range, keyRange }: NonNullable<ReturnType<Data['at']>>, { text }: LogDocument): boolean {
	const before = text.slice(Math.max(keyRange?.end ?? 0, range.start - 40), range.start);
	return range.end > range.start && !/["']$|[|>][-+\d]*[ \t]*\r?\n[ \t]*$/.test(before);
}

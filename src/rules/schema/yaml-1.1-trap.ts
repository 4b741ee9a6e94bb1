import type { Data, DataPath } from '../../parse/model/data.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dataValue } from '../support/data-value.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';

/** Values after this many are not checked, because the cost of finding the range of a value grows with their number. */
const MAX_VALUES = 1000;
/** Steps of a path. The deepest values of a record are fields of list items. */
const MAX_DATA_DEPTH = 6;

/** Values that YAML 1.1 (https://yaml.org/type/) reads differently than YAML 1.2, and the result in YAML 1.1. */
const TRAPS: readonly (readonly [pattern: RegExp, result: string])[] = [
	[/^(?:y|yes|on)$/i, '`true`'],
	[/^(?:n|no|off)$/i, '`false`'],
	[/^[-+]?[1-9]\d*(?::[0-5]?\d)+$/, 'a number in base 60'],
	[/^0[0-7]+$/, 'a number in base 8'],
];

export const yaml11Trap: Rule = {
	code: 'schema/yaml-1.1-trap',
	title: 'Value that YAML 1.1 reads differently',
	rationale: dedent`
		Many tools still read YAML 1.1, in which \`no\` is false, \`on\` is true and \`12:30\` is 750. The country code of Norway
		thus becomes false. In quotes, such values are text in both versions. The configuration, which no other tool reads, is
		not checked.
	`,
	level: 'hint',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'Quoted values, and a word within a text',
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
			caption: 'A word and a time of day',
			text: dedent`
				title: Switch turned off by hand
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [iad, «no»]
				severity: «12:30»
			`,
			message: 'Ambiguous value `no`: YAML 1.1 reads it as `false`. Expected the value in quotes.',
			fixed: dedent`
				title: Switch turned off by hand
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [iad, "no"]
				severity: "12:30"
			`,
		},
		{
			caption: 'A number with a leading zero, in front matter',
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
			message: 'Ambiguous value `010`: YAML 1.1 reads it as a number in base 8. Expected the value in quotes.',
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
	*check({ document, once }) {
		let count = 0;
		const paths: DataPath[] = [];
		addPaths(once(dataValue) ?? {}, [], paths);
		for (const path of paths) {
			if (count++ === MAX_VALUES) {
				return;
			}
			const node = document.data?.at(path);
			if (!node || !isPlain(node, document)) {
				continue;
			}
			const { range } = node;
			const text = document.text.slice(range.start, range.end);
			const result = TRAPS.find(([pattern]) => pattern.test(text))?.[1];
			if (result !== undefined) {
				yield {
					range,
					message: `Ambiguous value ${quoted(text)}: YAML 1.1 reads it as ${result}. Expected the value in quotes.`,
					fixes: [write(range, `"${text}"`, 'safe')],
				};
			}
		}
	},
};

/** Adds the paths of short texts and of whole numbers, at most one more than are checked. `path`: that of `value`. */
function addPaths(value: object, path: (string | number)[], found: DataPath[]): void {
	for (const [key, member] of Object.entries(value)) {
		if (found.length > MAX_VALUES) {
			return;
		}
		const isBranch = typeof member === 'object' && member !== null && path.length + 1 < MAX_DATA_DEPTH;
		if (isBranch || isCandidate(member)) {
			path.push(Array.isArray(value) ? Number(key) : key);
			if (isBranch) {
				addPaths(member, path, found);
			} else {
				found.push([...path]);
			}
			path.pop();
		}
	}
}

/** Returns true for every whole number: only its text in the document shows a leading zero. */
function isCandidate(value: unknown): boolean {
	return typeof value === 'string'
		? value.length < 20 && TRAPS.some(([pattern]) => pattern.test(value))
		: Number.isInteger(value);
}

/** Returns true for a value without quotes that is not a block scalar. */
function isPlain({ range, keyRange }: NonNullable<ReturnType<Data['at']>>, { text }: LogDocument): boolean {
	const before = text.slice(Math.max(keyRange?.end ?? 0, range.start - 40), range.start);
	return range.end > range.start && !/["']$|[|>][-+\d]*[ \t]*\r?\n[ \t]*$/.test(before);
}

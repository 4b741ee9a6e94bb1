import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/core/document-kind.ts';
import type { Range } from '../../src/core/range.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { readConfiguration } from '../../src/parse/records/configuration.ts';
import { configurationProblems } from '../../src/parse/records/configuration-problems.ts';
import { parse } from './help-source.ts';

/** A document of each kind with most features in it, as the seed of mutations. */
const WHOLE: Readonly<Record<DocumentKind, readonly [name: string, text: string][]>> = {
	incident: [
		[
			'2024-05-06-queue.yaml',
			`# A record.
id: 2024-05-06-queue
title: "Jobs waited: the \\U0001F4A5 queue"
kind: maintenance
impact: minor
started_at: 2024-05-06 9:00 EDT
resolved_at: '2024-05-06T10:00:00-04:00[America/New_York]'
components: [queue, &a api, *a]
summary: |
  Jobs waited for about 90 minutes as in [[2024-05-01-disk]] and
  the April 30 incident. \`code\` <!-- comment -->
updates:
- { at: 2024-05-06T09:10:00-04:00, status: investigating, body: We look. }
timeline:
  - at: 2024-05-06T09:05:00-04:00
    text: >-
      Alert
      fires
references: [{ id: 2024-05-01-disk, relation: caused-by }, x]
postmortem: ../postmortems/queue.md
action_items:
  - title: Watch
    due: 2024-06-01
`,
		],
		[
			'2024-05-06-queue.md',
			'---\r\ntitle: Jobs waited\r\nstarted_at: 2024-05-06\r\n---\r\n\r\n# Jobs\r\n\r\nSee [that](./2024-05-01-disk.yaml), last week’s bulletin.\r\n\r\n## Timeline\r\n\r\n| Time | What |\r\n|---|---|\r\n| 09:00 UTC | a |\r\n',
		],
	],
	postmortem: [
		[
			'2024-05-06-queue.md',
			'---\nincident: 2024-05-06-queue\npublished_at: 2024-05-10\n---\n# Why\n\n## Timeline\n\nAll times in UTC.\n\n- 13:00: a\n- 2024-05-06 14:05 b\n\n### 15:00\n\nc\n\n## Action items\n\n- [ ] d (owner: @e, due: 2024-06-01)\n\n| Action | Owner |\n|---|---|\n| f | g |\n',
		],
	],
	bulletin: [
		[
			'2024-05-11.md',
			'# 2024-05-11\n\n## Trailing 2 Weeks Incidents\n\n<!-- incidents -->\n\n* **May 6: Jobs (waited) `q`** (09:00EST): For 3-4 hours as in the May 1 issue. <!-- incident: {impact: minor, id: x} -->\n* May 7: More (9:30 PM): No customer impact.\n- [[2024-05-08-disk]]\n\n## This Week\n\nText.\n',
		],
	],
	configuration: [
		[
			'incident-log.yaml',
			'time_zone: Europe/Rome\nimpact: { levels: [a, b], aliases: { c: b } }\ncomponents: [x, { y: { title: z, retired: 2024-01-01 } }]\nfiles: { incidents: [a] }\nid: "{yyyy}-{slug}"\nrules: { time/order: [warning, { after: 1d }] }\n',
		],
	],
};

/** Asserts the invariants of every parsed document. */
function checkDocument(document: LogDocument): void {
	// Plain comparisons: `expect` would take most of the time of thousands of runs.
	const inside = ({ start, end }: Range) => {
		if (!(0 <= start && start <= end && end <= document.text.length)) {
			throw new Error(`Range ${start}–${end} in a text of ${document.text.length} characters`);
		}
	};
	for (const problem of document.problems) {
		inside(problem.range);
		if (!/^[A-Z][^\n]+\. Expected [^\n]+\.$/.test(problem.message)) {
			throw new Error(problem.message);
		}
	}
	for (const reference of document.references) {
		inside(reference.range);
		inside(reference.fullRange);
	}
	for (const incident of document.incidents) {
		const { idRange, title, summary, times, updates, timeline, actionItems } = incident;
		const located = [title, summary, ...times.values(), ...updates, ...timeline, ...actionItems];
		for (const range of [idRange, ...located.flatMap(part => (part ? [part.range] : []))]) {
			inside(range);
		}
	}
	const { length } = document.text;
	for (const offset of [0, length >> 2, length >> 1, length]) {
		const path = document.data?.pathAt(offset) ?? [];
		// All steps but the last exist; the last may be an incomplete key.
		if (path.length > 1 && document.data?.at(path.slice(0, -1)) === undefined) {
			throw new Error(`No value at ${path.slice(0, -1).join('/')}, the path of offset ${offset}`);
		}
	}
	checkNode(document, [], inside);
	if (document.kind === 'configuration') {
		expect(readConfiguration(document).impact.levels.length).toBeGreaterThan(0);
		for (const { range } of configurationProblems(document)) {
			inside(range);
		}
	}
}

function checkNode(document: LogDocument, path: readonly (string | number)[], inside: (range: Range) => void): void {
	const node = document.data?.at(path);
	if (!node) {
		return;
	}
	inside(node.range);
	if (node.keyRange) {
		inside(node.keyRange);
	}
	for (const step of Array.isArray(node.value) ? node.value.keys() : Object.keys(Object(node.value))) {
		if (typeof node.value !== 'string') {
			checkNode(document, [...path, step], inside);
		}
	}
}

const cut = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.nat(40),
	insert: fc.oneof(
		fc.constant(''),
		fc.constantFrom(
			...'\n\t:-?[]{}"\'#&*!|>%@`,\\<\r',
			': ',
			'- ',
			'\n\n',
			'---\n',
			'"\n',
			'\u2028',
			'\uD83D',
			'\uFEFF',
			'  ',
		),
		fc.string({ unit: 'binary', maxLength: 8 }),
	),
	copy: fc.boolean(),
});

function mutate(text: string, cuts: readonly { at: number; length: number; insert: string; copy: boolean }[]): string {
	return cuts.reduce((mutated, { at, length, insert, copy }) => {
		const start = Math.floor(at * mutated.length);
		const piece = mutated.slice(start, start + length);
		return mutated.slice(0, start) + insert + (copy ? piece + piece : '') + mutated.slice(start + length);
	}, text);
}

const whole = DOCUMENT_KINDS.flatMap(kind => WHOLE[kind].map(([name, text]) => ({ kind, name, text })));

describe('never throws', () => {
	test('on the complete documents, and reads them', () => {
		for (const { kind, name, text } of whole) {
			const document = parse(kind, name, text);
			checkDocument(document);
			expect(document.problems.filter(problem => problem.kind !== 'alias')).toEqual([]);
		}
	});

	test('on any prefix of them', () => {
		for (const { kind, name, text } of whole) {
			for (let end = 0; end < text.length; end++) {
				const document = parse(kind, name, text.slice(0, end));
				checkDocument(document);
				expect(document.problems.filter(problem => problem.kind === 'syntax').length).toBeLessThanOrEqual(2);
			}
		}
	});

	test('on mutations of them', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...whole),
				fc.array(cut, { minLength: 1, maxLength: 4 }),
				({ kind, name, text }, cuts) => {
					checkDocument(parse(kind, name, mutate(text, cuts)));
				},
			),
			{ numRuns: 2000 },
		);
	});

	test('on any text', () => {
		const name = fc.constantFrom('x.yaml', 'x.md', '%E0.md', '');
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc.string({ unit: fc.constantFrom(...'ab: -\n"\'[]{}#&*|>?!%\t\r`\\,0'), maxLength: 200 }),
		);
		fc.assert(
			fc.property(fc.constantFrom(...DOCUMENT_KINDS), name, text, (kind, file, content) => {
				checkDocument(parse(kind, file, content));
			}),
			{ numRuns: 2000 },
		);
	});
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import type { DocumentKind } from '../../src/core/document-kind.ts';
import { FileKinds } from '../../src/log/kinds.ts';
import type { Log } from '../../src/log/log.ts';
import { FixtureLog } from '../support/fixture-log.ts';

/**
 * Rules query the log by keys, and an edit invalidates the documents that read a changed key. Findings of a rule that
 * depends on anything else, such as another document or the time of day, become stale: a log after edits then has other
 * findings than a log that is built from the final texts.
 */

const ROOT = 'file:///log';
const kinds = new FileKinds(ROOT, DEFAULT_CONFIGURATION, true);
const PATHS = [
	'incidents/2024-08-15-queue.yaml',
	'incidents/2024-08-26-queue.md',
	'incidents/2024-08-26-mail.yaml',
	'postmortems/2024-08-26-queue.md',
	'postmortems/2024-08-26-mail.md',
	'bulletins/2024-08-24.md',
	'bulletins/2024-08-31.md',
	'bulletins/2024-09-01.md',
];

const id = fc.constantFrom('2024-08-15-queue', '2024-08-26-queue', '2024-08-26-mail', '2024-08-26-male');
const start = fc.constantFrom('2024-08-15T09:00:00Z', '2024-08-21T03:00:00Z', '2024-08-26T05:30:00Z', '2024-08-26');
const title = fc.constantFrom('Queue stood still', 'Mail was late');
const relation = fc.constantFrom('caused-by', 'recurrence-of', 'duplicate-of', 'duplicate-of', 'related');
const level = fc.constantFrom('none', 'minor', 'critical', 'mayor');
// Mostly empty: a document that reads many keys is checked again after every edit, and then the test is vacuous.
const prose = fc.constantFrom(
	'',
	'',
	'',
	'',
	'Like the August 15 issue.',
	"See last week's bulletin.",
	'See 2024-08-26-mail.',
	'TBD',
);
const suppressedCodes = fc.constantFrom(
	'',
	'',
	'time/order',
	'reference/cycle, time/copied',
	'reference/contradiction',
);

const record = fc.record({
	id: fc.option(id, { freq: 2 }),
	title,
	start,
	relation,
	other: fc.option(id, { freq: 2 }),
	postmortem: fc.option(id, { freq: 2 }),
	level,
	suppressed: suppressedCodes,
});
const incident = fc
	.tuple(record, prose)
	.map(([it, words]) => [
		...(it.suppressed === '' ? [] : [`# incident-log-disable-file ${it.suppressed}`]),
		...(it.id === null ? [] : [`id: ${it.id}`]),
		`title: ${it.title}`,
		`impact: ${it.level}`,
		`started_at: ${it.start}`,
		'resolved_at: 2024-08-26T09:00:00Z',
		...(it.postmortem === null ? [] : [`postmortem: ${it.postmortem}`]),
		...(it.other === null ? [] : [`references: [{ id: ${it.other}, relation: ${it.relation} }]`]),
		...(words === '' ? [] : [`summary: ${words}`]),
	]);
const postmortem = fc.tuple(id, fc.constantFrom('draft', 'published'), prose).map(([of, status, words]) => {
	return ['---', `incident: ${of}`, `status: ${status}`, '---', '', '# Queue', '', words, '', '- [ ] x by 2024-08-30'];
});
const entry = fc
	.record({
		day: fc.constantFrom(15, 26),
		title,
		time: fc.constantFrom('03:00', '05:30'),
		facts: fc.option(fc.tuple(id, level)),
	})
	.map(it => {
		const facts = it.facts === null ? '' : `\n  <!-- incident: { id: ${it.facts[0]}, impact: ${it.facts[1]} } -->`;
		return `* **August ${it.day}: ${it.title}** (${it.time} UTC): Late.${facts}`;
	});
const bulletin = fc
	.tuple(
		fc.array(
			fc.oneof(
				entry,
				id.map(of => `* [[${of}]]`),
			),
			{ maxLength: 3 },
		),
		prose,
	)
	.map(([entries, words]) => ['# Log', '', words, '', ...entries]);

const content = (path: string): fc.Arbitrary<string> => {
	const lines = path.startsWith('bulletins') ? bulletin : path.startsWith('postmortems') ? postmortem : incident;
	return lines.map(all =>
		(path.startsWith('incidents') && path.endsWith('.md') ? ['---', ...all, '---', ''] : all).join('\n'),
	);
};
const step = fc
	.constantFrom(...PATHS)
	.chain(path => fc.record({ path: fc.constant(path), text: fc.option(content(path), { freq: 6 }) }));

function findings(log: Log) {
	return Object.fromEntries(PATHS.map(path => [path, log.findings(`${ROOT}/${path}`)]));
}

/** Builds a log from files. */
function logOf(files: ReadonlyMap<string, string>): Log {
	return new FixtureLog(files, {
		clock: { now: () => Date.UTC(2024, 9, 20) },
		configuration: DEFAULT_CONFIGURATION,
	});
}

function kindOf(path: string): DocumentKind {
	return kinds.kindOf(`${ROOT}/${path}`) ?? 'configuration';
}

const edits = fc.array(step, { minLength: 4, maxLength: 16 });

/** Applies an edit to the files and to a log of them. */
function apply({ path, text }: { path: string; text: string | null }, files: Map<string, string>, log: Log): void {
	if (text === null) {
		files.delete(path);
		log.delete(`${ROOT}/${path}`);
	} else {
		files.set(path, text);
		log.set(`${ROOT}/${path}`, text, kindOf(path));
	}
}

test('a log has the same findings after edits as a log that is built from the final texts', () => {
	fc.assert(
		fc.property(edits, steps => {
			const files = new Map<string, string>();
			const edited = logOf(files);
			for (const step of steps) {
				apply(step, files, edited);
				expect(findings(edited)).toEqual(findings(logOf(files)));
			}
		}),
		{ numRuns: 50 },
	);
});

// Guards against a vacuous pass. The fixed seed makes it independent of the seed of the property.
test('the edits cause findings of many rules that read other documents', () => {
	const codes = fc.sample(edits, { seed: 1, numRuns: 50 }).flatMap(steps => {
		const log = logOf(new Map());
		for (const step of steps) {
			apply(step, new Map(), log);
		}
		return Object.values(findings(log)).flatMap(found => found.map(({ code }) => code));
	});
	expect([...new Set(codes)].filter(code => /^(?:reference|bulletin)\//.test(code)).length).toBeGreaterThan(8);
});

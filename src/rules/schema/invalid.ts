import { nearest } from '../../core/nearest.ts';
import type { Data, DataNode } from '../../parse/model/data.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { configurationProblems } from '../../parse/records/configuration-problems.ts';
import { missingPropertyIn, type SchemaFault } from '../../schema/fault.ts';
import { requiredIncidentFields } from '../../schema/fields.ts';
import { BOUNDS, type Schema } from '../../schema/schema.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { fieldName } from '../support/field-name.ts';
import { write } from '../support/fixes.ts';
import { headOf } from '../support/head.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { enumeration, quoted } from '../support/words.ts';
import { nameOf, wordsOf } from './support/fault-words.ts';
import { schemaFaults } from './support/schema-faults.ts';
import { valueReport } from './support/value-report.ts';

export const invalid: Rule = {
	code: 'schema/invalid',
	title: 'Every field has a value of its kind, and none that is needed is missing',
	rationale: dedent`
		The schemas in \`schemas/\` say what a record is: text where text belongs, lists where lists do, words from a
		closed list. \`title\`, \`impact\` and \`started_at\` are what the bulletin cannot do without. A field that is there
		and empty is most often a template not yet filled in, and is a warning.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A planned maintenance needs no start yet',
			text: dedent`
				title: Registry moves to new disks
				kind: maintenance
				status: scheduled
				impact: minor
				scheduled_for: 2024-09-07T22:00:00-04:00
				scheduled_until: 2024-09-08T02:00:00-04:00
			`,
		},
		{
			caption: 'A postmortem without front matter',
			text: dedent`
				//- /postmortems/registry.md
				# The registry refused pushes

				## Summary

				Its disk was full.
			`,
		},
	],
	invalid: [
		{
			caption: 'A status word that is none',
			text: dedent`
				title: Registry refused pushes
				status: «resolvd»
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
			message:
				'`resolvd` is no value of `status`; expected `investigating`, `identified`, `monitoring`, `resolved` or `postmortem`',
			fixed: dedent`
				title: Registry refused pushes
				status: resolved
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
		{
			caption: 'No start, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-registry.md
				---
				title: «Registry refused pushes»
				impact: minor
				---

				Its disk was full.
			`,
			message: 'no `started_at`; expected one such as `2024-08-26T05:30:00-04:00`',
		},
		{
			caption: 'A text where a list belongs',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: «registry»
			`,
			message: '`registry` is text; expected a list',
			fixed: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [registry]
			`,
		},
		{
			caption: 'A zone that does not exist',
			text: dedent`
				//- /incident-log.yaml
				time_zone: «America/NewYork»
			`,
			message: 'Unknown time zone `America/NewYork`. Expected an IANA name such as `America/New_York`.',
		},
		{
			caption: "In fields of the team's own, as the configuration has them",
			text: dedent`
				//- /incident-log.yaml
				fields:
				  incident:
				    region: { type: string, enum: [iad, ord] }
				//- /incidents/2024-08-26-registry.yaml
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				region: «idd»
			`,
			message: '`idd` is no value of `region`; expected `iad` or `ord`',
			fixed: dedent`
				//- /incident-log.yaml
				fields:
				  incident:
				    region: { type: string, enum: [iad, ord] }
				//- /incidents/2024-08-26-registry.yaml
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				region: iad
			`,
		},
	],
	*check({ document, log, once }) {
		if (document.data === undefined) {
			yield* nothing(document);
			return;
		}
		const schema = log.schemas.of(document.kind);
		for (const fault of inOrder(mostSpecific(once(schemaFaults)), schema)) {
			const report = reportOf(fault, document, document.data);
			if (report) {
				yield report;
			}
		}
		if (document.kind === 'configuration') {
			for (const { range, message, found, candidates } of configurationProblems(document)) {
				yield new LazyReport(range, () => ({
					message,
					fixes: nearest(found, candidates, 1).map(word => write(range, word, 'suggested')),
					data: { found, expected: candidates },
				}));
			}
		}
	},
};

/** An incident record that holds nothing at all: one finding, not one for each field. */
function* nothing(document: LogDocument): Iterable<Report> {
	if (document.kind === 'incident' && document.problems.length === 0) {
		const found = document.format === 'markdown' ? 'no front matter' : 'an empty record';
		const message = `${found}; expected ${enumeration(requiredIncidentFields)}`;
		yield { range: headOf(document), message };
	}
}

/** Keywords by how much they say of a node that breaks several. */
const KEYWORDS = ['type', 'enum', 'pattern', ...BOUNDS, 'uniqueItems', 'required'];

/** One fault a node: of several the most telling, of two lists of words the shorter. */
function mostSpecific(faults: readonly SchemaFault[]): Iterable<SchemaFault> {
	const chosen = new Map<string, SchemaFault>();
	for (const fault of faults) {
		if (!KEYWORDS.includes(fault.keyword)) {
			continue;
		}
		const key = JSON.stringify([fault.path, missingPropertyIn(fault)]);
		const rival = chosen.get(key);
		if (rival === undefined || compareFaults(fault, rival) < 0) {
			chosen.set(key, fault);
		}
	}
	return chosen.values();
}

/** What is missing in the order in which a record has it. */
function inOrder(faults: Iterable<SchemaFault>, { properties }: Schema): readonly SchemaFault[] {
	const fields = [...properties.keys()];
	const placeOf = (fault: SchemaFault) => fields.indexOf(missingPropertyIn(fault));
	return [...faults].sort((one, other) => placeOf(one) - placeOf(other));
}

function compareFaults(one: SchemaFault, other: SchemaFault): number {
	return KEYWORDS.indexOf(one.keyword) - KEYWORDS.indexOf(other.keyword) || wordsOf(one).length - wordsOf(other).length;
}

function reportOf(fault: SchemaFault, document: LogDocument, data: Data): Report | undefined {
	const node = data.at(fault.path);
	if (fault.keyword === 'required') {
		return missing(fault, document, data);
	}
	if (!node || isInProblem(node, document)) {
		return undefined;
	}
	return valueReport(fault, node, document);
}

/** What is absent is reported at the head; in a list's item, at the item's first key. */
function missing(fault: SchemaFault, document: LogDocument, data: Data): Report | undefined {
	const field = missingPropertyIn(fault);
	if (field === 'impact' && fault.path.length === 0) {
		// `impact/missing` says so, and names the levels of the log.
		return undefined;
	}
	if (fault.path.length === 0 && data.absentFields?.has(field)) {
		return undefined;
	}
	if (document.problems.some(problem => problem.kind === 'syntax')) {
		// What cannot be read may well hold it.
		return undefined;
	}
	if (fault.path.length > 0) {
		const range = data.keys(fault.path)[0]?.range ?? data.at(fault.path)?.range;
		return (
			range && {
				range,
				message: `no ${quoted(field)}; expected one in ${typeof fault.path.at(-1) === 'number' ? 'each of ' : ''}${nameOf(fault)}`,
				data: { field },
			}
		);
	}
	const example = fault.schema.properties.get(field)?.examples[0];
	const expected = typeof example === 'string' ? `one such as ${quoted(example)}` : 'one';
	return {
		range: headOf(document),
		message: `no ${quoted(fieldName(document, field))}; expected ${expected}`,
		data: { field },
	};
}

/** A problem of the parser's own says enough of a node. */
function isInProblem({ range }: DataNode, { problems }: LogDocument): boolean {
	return problems.some(problem => problem.range.start <= range.end && range.start <= problem.range.end);
}

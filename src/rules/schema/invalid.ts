import { nearest } from '../../core/nearest.ts';
import { isEpochText } from '../../core/time/explain-unreadable.ts';
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
import { LazyReport } from '../support/lazy-report.ts';
import { recordHeadRange } from '../support/record-head-range.ts';
import { enumeration, quoted } from '../support/words.ts';
import { allowedWords, fieldOf, isItem } from './support/fault-words.ts';
import { schemaFaults } from './support/schema-faults.ts';
import { valueReport } from './support/value-report.ts';

export const invalid: Rule = {
	code: 'schema/invalid',
	title: 'Invalid or missing field value',
	rationale: dedent`
		The schemas in \`schemas/\` define the type and the allowed values of each field. The bulletin requires \`title\`,
		\`impact\` and \`started_at\`. An optional field without a value is usually an unfinished template, and is a warning
		instead of an error.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A scheduled maintenance without a start',
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
			caption: 'A misspelled status',
			text: dedent`
				title: Registry refused pushes
				status: «resolvd»
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
			message:
				'Invalid value `resolvd` of `status`. Expected `investigating`, `identified`, `monitoring`, `resolved` or `postmortem`.',
			fixed: dedent`
				title: Registry refused pushes
				status: resolved
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
		{
			caption: 'A missing start, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-registry.md
				---
				title: «Registry refused pushes»
				impact: minor
				---

				Its disk was full.
			`,
			message: 'Missing field `started_at`. Expected a value such as `2024-08-26T05:30:00-04:00`.',
		},
		{
			caption: 'Text instead of a list',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: «registry»
			`,
			message: 'Wrong type of `components`: text `registry`. Expected a list.',
			fixed: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [registry]
			`,
		},
		{
			caption: 'An unknown time zone',
			text: dedent`
				//- /incident-log.yaml
				time_zone: «America/NewYork»
			`,
			message: 'Unknown time zone `America/NewYork`. Expected an IANA name such as `America/New_York`.',
		},
		{
			caption: 'A value of an own field that its schema does not allow',
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
			message: 'Invalid value `idd` of `region`. Expected `iad` or `ord`.',
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
			yield* missingContent(document);
			return;
		}
		const schema = log.schemas.of(document.kind);
		for (const fault of sortByField(mostSpecific(once(schemaFaults)), schema)) {
			const report = reportOf(fault, document, document.data);
			if (report) {
				yield report;
			}
		}
		if (document.kind === 'configuration') {
			for (const { range, message, found, candidates, level } of configurationProblems(document)) {
				yield new LazyReport(
					range,
					() => ({
						message,
						fixes: nearest(found, candidates, 1).map(word => write(range, word, 'suggested')),
						data: { found, expected: candidates },
					}),
					level,
				);
			}
		}
	},
};

/** Yields one finding, instead of one for each required field, for an incident record without any field. */
function* missingContent(document: LogDocument): Iterable<Report> {
	if (document.kind === 'incident' && document.problems.length === 0) {
		const found = document.format === 'markdown' ? 'Missing front matter' : 'Empty record';
		const message = `${found}. Expected ${enumeration(requiredIncidentFields)}.`;
		yield { range: recordHeadRange(document), message };
	}
}

/** The keywords that this rule reports. If a value violates several, the first of them is reported. */
const KEYWORDS = ['type', 'enum', 'pattern', ...BOUNDS, 'uniqueItems', 'required'];

/** Returns one fault per value: the one whose keyword is first in `KEYWORDS`, and of two enumerations the shorter. */
function mostSpecific(faults: readonly SchemaFault[]): Iterable<SchemaFault> {
	const chosen = new Map<string, SchemaFault>();
	for (const fault of faults) {
		if (!KEYWORDS.includes(fault.keyword)) {
			continue;
		}
		const key = JSON.stringify([fault.path, missingPropertyIn(fault)]);
		const other = chosen.get(key);
		if (other === undefined || compareFaults(fault, other) < 0) {
			chosen.set(key, fault);
		}
	}
	return chosen.values();
}

/** Sorts missing fields as the schema lists them. Other faults precede them, in their original order. */
function sortByField(faults: Iterable<SchemaFault>, { properties }: Schema): readonly SchemaFault[] {
	const unsorted = [...faults];
	if (unsorted.length < 2) {
		return unsorted;
	}
	const fields = [...properties.keys()];
	const indexOf = (fault: SchemaFault) => fields.indexOf(missingPropertyIn(fault));
	return unsorted.sort((one, other) => indexOf(one) - indexOf(other));
}

function compareFaults(one: SchemaFault, other: SchemaFault): number {
	return (
		KEYWORDS.indexOf(one.keyword) - KEYWORDS.indexOf(other.keyword) ||
		allowedWords(one).length - allowedWords(other).length
	);
}

function reportOf(fault: SchemaFault, document: LogDocument, data: Data): Report | undefined {
	const node = data.at(fault.path);
	if (fault.keyword === 'required') {
		return missingField(fault, document, data);
	}
	if (!node || hasProblem(node, document) || isEpoch(fault, node)) {
		return undefined;
	}
	return valueReport(fault, node, document);
}

/** Reports a missing field at the head of the document, or, below the root, at the first key of its mapping. */
function missingField(fault: SchemaFault, document: LogDocument, data: Data): Report | undefined {
	const field = missingPropertyIn(fault);
	if (field === 'impact' && fault.path.length === 0) {
		// `impact/missing` reports it, with the levels of the log.
		return undefined;
	}
	if (fault.path.length === 0 && data.absentFields?.has(field)) {
		return undefined;
	}
	if (document.problems.some(problem => problem.kind === 'syntax')) {
		// The unreadable part of a document with syntax errors may contain the field.
		return undefined;
	}
	if (fault.path.length > 0) {
		const range = data.keys(fault.path)[0]?.range ?? data.at(fault.path)?.range;
		const expected = isItem(fault) ? `${quoted(field)} in each item` : 'a value';
		return (
			range && {
				range,
				message: `Missing field ${quoted(field)} in ${quoted(fieldOf(fault))}. Expected ${expected}.`,
				data: { field },
			}
		);
	}
	const example = fault.schema.properties.get(field)?.examples[0];
	const expected = typeof example === 'string' ? `a value such as ${quoted(example)}` : 'a value';
	return {
		range: recordHeadRange(document),
		message: `Missing field ${quoted(fieldName(document, field))}. Expected ${expected}.`,
		data: { field },
		subjects: [field],
	};
}

/** Returns true for seconds since 1970 in the place of a time, which `time/format` reports with their instant. */
function isEpoch({ keyword, schema }: SchemaFault, { value }: DataNode): boolean {
	return keyword === 'type' && schema.meaning === 'time' && typeof value === 'number' && isEpochText(String(value));
}

/** Returns true if the parser has reported a problem at the node, which is then the only finding. */
function hasProblem({ range }: DataNode, { problems }: LogDocument): boolean {
	return problems.some(problem => problem.range.start <= range.end && range.start <= problem.range.end);
}

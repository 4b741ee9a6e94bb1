import type { Definition } from '../../core/definition.ts';
import { listed } from '../../core/listed.ts';
import type { Range } from '../../core/range.ts';
import { slug } from '../../core/slug.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { differences } from '../support/differences.ts';
import { quoted } from '../support/words.ts';
import { isLater } from './support/chains.ts';

/** In entries per bulletin. Entries beyond this limit are not checked. */
const MAX_ENTRIES = 500;

export const referenceContradiction: Rule = {
	code: 'reference/contradiction',
	title: 'Contradictory descriptions of one incident',
	rationale: dedent`
		Two bulletin entries with one id describe the same incident, and so do a record and its duplicate. If they state
		different times or impacts, one of them is wrong, and statistics may use the wrong one. The incident that started
		later is reported. A difference between an entry and a record is reported by \`bulletin/entry-differs\`.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	valid: [
		{
			caption: 'A duplicate with the same values and a different title',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-26-relay.yaml
				title: A relay was overloaded
				impact: minor
				started_at: 2024-08-26T07:30:00+02:00
				references: [{ id: 2024-08-26-mail, relation: duplicate-of }]
			`,
		},
	],
	invalid: [
		{
			caption: 'A duplicate with a different start and impact',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-26-relay.md
				---
				title: A relay was overloaded
				impact: major
				started_at: 2024-08-26T06:30:00Z
				references:
				  - { id: «2024-08-26-mail», relation: duplicate-of }
				---

				Mail was late.
			`,
			message:
				'Contradictory duplicate `2024-08-26-mail`: start and impact differ. Expected the same values or no relation `duplicate-of`.',
		},
		{
			caption: 'Entries of one incident in two bulletins',
			text: dedent`
				//- /bulletins/2024-08-30.md
				* **August 26: Mail was delayed** (05:30 UTC): A relay was overloaded.
				  <!-- incident: { id: 2024-08-26-relay } -->
				//- /bulletins/2024-09-01.md
				* **August 26: Mail was delayed** (06:30 UTC): A relay was overloaded.
				  <!-- incident: { id: «2024-08-26-relay» } -->
			`,
			message:
				'Contradictory entry of incident `2024-08-26-relay`: start differs from the first entry. Expected the same values or another id.',
		},
	],
	*check({ document, log }) {
		yield* checkDuplicates(document, log);
		for (const { id, idRange, source } of document.incidents.slice(0, MAX_ENTRIES)) {
			if (source === 'entry') {
				yield* checkEntry(id, idRange, document, log);
			}
		}
	},
};

/** Compares a record with its duplicates and with the records that it duplicates. Reports the later of each pair. */
function* checkDuplicates({ references, incidents: [incident], uri }: LogDocument, log: LogView): Iterable<Report> {
	const own = incident?.source === 'record' ? findInFile(uri, log.byId(incident.id, 'incident')) : undefined;
	if (!incident || !own) {
		return;
	}
	const compared = new Set<Definition>();
	for (const reference of references) {
		const [other] = reference.relation === 'duplicate-of' ? log.resolve(reference) : [];
		// References by path are not indexed by target: `duplicatesOf` does not find them from the other record.
		if (other && other.uri !== uri && (isLater(own, other) || reference.target.by === 'uri')) {
			yield* reportDuplicate(reference.range, other, differences(own, other, log.configuration.impact));
			compared.add(other);
		}
	}
	for (const other of log.duplicatesOf(own.id)) {
		if (other.source === 'record' && !compared.has(other) && isLater(own, other)) {
			yield* reportDuplicate(incident.idRange, other, differences(own, other, log.configuration.impact));
		}
	}
}

function* reportDuplicate(range: Range, other: Definition, facts: readonly string[]): Iterable<Report> {
	if (facts.length > 0) {
		yield {
			range,
			message: `Contradictory duplicate ${quoted(other.id)}: ${differText(facts)}. Expected the same values or no relation \`duplicate-of\`.`,
			related: [relatedDefinition(other)],
			data: { facts },
			subjects: facts.map(fact => `${other.id} ${fact}`),
		};
	}
}

/** Compares an entry of an incident without a record with the first entry of the incident, including the headline. */
function* checkEntry(id: string, range: Range, { uri }: LogDocument, log: LogView): Iterable<Report> {
	const definitions = log.byId(id, 'incident');
	const [first] = definitions;
	const own = definitions.find(definition => definition.uri === uri && definition.range.start === range.start);
	if (!own || first?.source !== 'entry' || first.uri === uri) {
		return;
	}
	const titles = slug(own.title) === slug(first.title) ? [] : ['title'];
	const facts = [...titles, ...differences(own, first, log.configuration.impact)];
	if (facts.length > 0) {
		yield {
			range,
			message: `Contradictory entry of incident ${quoted(id)}: ${differText(facts)} from the first entry. Expected the same values or another id.`,
			related: [relatedDefinition(first)],
			data: { facts },
			subjects: facts.map(fact => `${id} ${fact}`),
		};
	}
}

function findInFile(uri: string, definitions: readonly Definition[]): Definition | undefined {
	return definitions.find(definition => definition.uri === uri);
}

function differText(facts: readonly string[]): string {
	return `${listed(facts, 'and')} ${facts.length === 1 ? 'differs' : 'differ'}`;
}

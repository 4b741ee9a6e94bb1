import type { Definition } from '../../core/definition.ts';
import type { Range } from '../../core/range.ts';
import { slug } from '../../core/slug.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { differences } from '../support/differences.ts';
import { listed, quoted } from '../support/words.ts';
import { isLater } from './support/chains.ts';

/** Of more entries the rest is not looked at. */
const MOST = 500;

export const contradiction: Rule = {
	code: 'reference/contradiction',
	title: 'What is told twice is told the same way',
	rationale: dedent`
		Two entries of one id, or a record and the one that it duplicates, tell one event. Where they name different times
		or impacts, one is wrong, and every figure counts the wrong one. An entry beside a record is
		\`bulletin/entry-differs\`.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	valid: [
		{
			caption: 'A duplicate with the same facts and other words',
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
			caption: 'A duplicate that began at another time',
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

				Mail came late.
			`,
			message: '`2024-08-26-mail` has another start and impact; expected the same facts, or no duplicate',
		},
		{
			caption: 'One incident in two bulletins',
			text: dedent`
				//- /bulletins/2024-08-30.md
				* **August 26: Mail was delayed** (05:30 UTC): A relay was overloaded.
				  <!-- incident: { id: 2024-08-26-relay } -->
				//- /bulletins/2024-09-01.md
				* **August 26: Mail was delayed** (06:30 UTC): A relay was overloaded.
				  <!-- incident: { id: «2024-08-26-relay» } -->
			`,
			message: '`2024-08-26-relay` has another start; expected the same facts, or another id',
		},
	],
	*check({ document, log }) {
		yield* duplicates(document, log);
		for (const { id, idRange, source } of document.incidents.slice(0, MOST)) {
			if (source === 'entry') {
				yield* entries(id, idRange, document, log);
			}
		}
	},
};

/** Of a record and its duplicate the one that began later is told, be it the duplicate or not. */
function* duplicates({ references, incidents: [incident], uri }: LogDocument, log: LogView): Iterable<Report> {
	const own = incident?.source === 'record' ? definedIn(uri, log.byId(incident.id, 'incident')) : undefined;
	if (!incident || !own) {
		return;
	}
	const named = new Set<Definition>();
	for (const reference of references) {
		const [other] = reference.relation === 'duplicate-of' ? log.resolve(reference) : [];
		// A record that is named by its path does not know who names it.
		if (other && other.uri !== uri && (isLater(own, other) || reference.target.by === 'uri')) {
			yield* compare(reference.range, other, differencesOf(own, other, log), 'no duplicate');
			named.add(other);
		}
	}
	for (const other of log.duplicatesOf(own.id)) {
		if (other.source === 'record' && !named.has(other) && isLater(own, other)) {
			yield* compare(incident.idRange, other, differencesOf(own, other, log), 'no duplicate');
		}
	}
}

/** Of entries without a record, each is held against the first one of its id, their headlines as well. */
function* entries(id: string, range: Range, { uri }: LogDocument, log: LogView): Iterable<Report> {
	const told = log.byId(id, 'incident');
	const [first] = told;
	const own = told.find(definition => definition.uri === uri && definition.range.start === range.start);
	if (own && first?.source === 'entry' && first.uri !== uri) {
		const isOtherTitle = slug(own.title) !== slug(first.title);
		yield* compare(range, first, [...(isOtherTitle ? ['title'] : []), ...differencesOf(own, first, log)], 'another id');
	}
}

function definedIn(uri: string, definitions: readonly Definition[]): Definition | undefined {
	return definitions.find(definition => definition.uri === uri);
}

function differencesOf(one: Definition, other: Definition, { configuration }: LogView): readonly string[] {
	return differences(one, other, configuration.impact);
}

function* compare(range: Range, other: Definition, facts: readonly string[], way: string): Iterable<Report> {
	if (facts.length > 0) {
		yield {
			range,
			message: `${quoted(other.id)} has another ${listed(facts, 'and')}; expected the same facts, or ${way}`,
			related: [relatedDefinition(other)],
			data: { facts },
		};
	}
}

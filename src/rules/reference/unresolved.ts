import type { Level } from '../../core/finding.ts';
import type { Range } from '../../core/range.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { dayText } from '../support/definitions.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { quoted } from '../support/words.ts';

const NOUNS = { incident: 'incident', postmortem: 'postmortem', any: 'record' } as const;

export const unresolved: Rule = {
	code: 'reference/unresolved',
	title: 'What is referred to is in the log',
	rationale: dedent`
		"Like the August 15 issue": the reader wants to go there. An id in a field or in \`[[…]]\` that no record has, and a
		link to a file that is not there, are errors. A dated mention in prose of which the log knows nothing is a warning:
		the incident may be older than the log. An id that merely stands in prose is never reported.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An id, a link and a mention that lead somewhere',
			text: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: 2024-08-15-state-database, relation: recurrence-of }
				---

				Much like the August 15 issue, see [its record](2024-08-15-state-database.yaml).
			`,
			now: '2024-08-28T00:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'A slip in an id',
			text: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: «2024-08-15-stat-database», relation: recurrence-of }
			`,
			message: '`2024-08-15-stat-database` names no record of this log; expected `2024-08-15-state-database`',
			fixed: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: 2024-08-15-state-database, relation: recurrence-of }
			`,
			now: '2024-08-28T00:00:00Z',
		},
		{
			caption: 'A mention of a day without an incident, in a bulletin',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Leases could not be had** (05:30 UTC): Much like the «August 15 issue».
			`,
			message: '`August 15 issue` names no incident of this log; expected one on 15 August 2024',
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const fault = faultOf(reference, log);
			if (fault && log.resolve(reference).length === 0) {
				yield new LazyReport(
					reference.range,
					() => {
						const found = document.text.slice(reference.range.start, reference.range.end);
						const { message, ...content } = fault.describe();
						return { ...content, message: `${quoted(found)} ${message}` };
					},
					fault.level,
				);
			}
		}
	},
};

interface Fault {
	readonly level?: Level;
	readonly describe: () => Pick<Report, 'message' | 'fixes' | 'data'>;
}

/** What there is to say where a reference leads nowhere; undefined where another rule, or none, says it. */
function faultOf({ form, target, range }: Reference, log: LogView): Fault | undefined {
	if (form === 'bare-id' || target.by === 'week') {
		return undefined;
	}
	if (target.by === 'date') {
		const message = `names no ${target.kind} of this log; expected one on ${dayText(target.date)}`;
		return { level: 'warning', describe: () => ({ message, data: { date: target.date } }) };
	}
	if (target.by === 'uri') {
		if (log.inFile(target.uri) !== undefined) {
			return undefined;
		}
		const message = 'leads to no file; expected the path of a record';
		return { level: form === 'link' ? 'warning' : 'error', describe: () => ({ message, data: { uri: target.uri } }) };
	}
	return { describe: () => unknownId(target, range, log) };
}

function unknownId(
	target: Extract<ReferenceTarget, { by: 'id' }>,
	range: Range,
	log: LogView,
): ReturnType<Fault['describe']> {
	const near = log.nearestIds(target.id);
	const noun = NOUNS[target.kind];
	const expected = near[0] === undefined ? `the id of ${article(noun)}` : quoted(near[0]);
	return {
		message: `names no ${noun} of this log; expected ${expected}`,
		fixes: near.map(id => write(range, id, 'suggested')),
		data: { id: target.id, nearest: near },
	};
}

function article(noun: string): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

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

const KIND_NAMES = { incident: 'incident', postmortem: 'postmortem', any: 'record' } as const;

export const unresolved: Rule = {
	code: 'reference/unresolved',
	title: 'Unresolved reference',
	rationale: dedent`
		A reader cannot follow a reference to a missing record. Unknown ids in fields and in \`[[…]]\`, and paths of missing
		files in fields, are errors. Dated mentions of a day without an incident are warnings, because the incident may be
		older than the log, and so are links to missing files. Ids in prose without brackets are not reported.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An id, a link and a mention of a record',
			text: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be acquired
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
			caption: 'A misspelled id',
			text: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: «2024-08-15-stat-database», relation: recurrence-of }
			`,
			message:
				'Unresolved reference `2024-08-15-stat-database`: no record has this id. Expected `2024-08-15-state-database`.',
			fixed: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be acquired
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
				* **August 26: Leases could not be acquired** (05:30 UTC): Much like the «August 15 issue».
			`,
			message:
				'Unresolved reference `August 15 issue`: the log has no incident on 15 August 2024. Expected the date of an incident.',
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
						const { detail, expected, ...content } = fault.describe();
						return {
							...content,
							message: `Unresolved reference ${quoted(found)}: ${detail}. Expected ${expected}.`,
						};
					},
					fault.level,
				);
			}
		}
	},
};

interface Fault {
	readonly level?: Level;
	readonly describe: () => Description;
}

interface Description extends Pick<Report, 'fixes' | 'data'> {
	readonly detail: string;
	readonly expected: string;
}

/**
 * Returns the fault of a reference in case it is unresolved. Returns undefined for references of other rules (a week is
 * checked by `bulletin/previous-missing`) and for ids in prose.
 */
function faultOf({ form, target, range }: Reference, log: LogView): Fault | undefined {
	if (form === 'bare-id' || target.by === 'week') {
		return undefined;
	}
	if (target.by === 'date') {
		const detail = `the log has no ${target.kind} on ${dayText(target.date)}`;
		const expected = `the date of ${withArticle(target.kind)}`;
		return { level: 'warning', describe: () => ({ detail, expected, data: { date: target.date } }) };
	}
	if (target.by === 'uri') {
		if (log.inFile(target.uri) !== undefined) {
			return undefined;
		}
		const detail = 'the log has no file at this path';
		const expected = 'the path of a record';
		return {
			level: form === 'link' ? 'warning' : 'error',
			describe: () => ({ detail, expected, data: { uri: target.uri } }),
		};
	}
	return { describe: () => unknownId(target, range, log) };
}

function unknownId(target: Extract<ReferenceTarget, { by: 'id' }>, range: Range, log: LogView): Description {
	const similar = log.nearestIds(target.id);
	const noun = KIND_NAMES[target.kind];
	return {
		detail: `no ${noun} has this id`,
		expected: similar[0] === undefined ? `the id of ${withArticle(noun)}` : quoted(similar[0]),
		fixes: similar.map(id => write(range, id, 'suggested')),
		data: { id: target.id, nearest: similar },
	};
}

function withArticle(noun: string): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

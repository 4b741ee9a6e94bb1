import type { Definition } from '../../core/definition.ts';
import { slug } from '../../core/slug.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { BulletinEntry, LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { entryReader, nameRangeOf } from './support/entries.ts';

/** Of more entries the rest is not looked at. */
const MOST = 500;

export const duplicateEntry: Rule = {
	code: 'bulletin/duplicate-entry',
	title: 'A bulletin tells each incident once',
	rationale: dedent`
		Two entries of one incident look like two incidents, and are counted as two. They are one where they have an id
		in common, or a day and a headline: \`- [[id]]\` beside the same incident written by hand, or an entry that was
		copied and never changed. The second one is told.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The same headline on two days, and all others of the week',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				<!-- incidents -->

				- [[2024-08-26-queue]]
				- **August 28: Queue stood still** (05:30 UTC): Its store was full.
			`,
		},
	],
	invalid: [
		{
			caption: 'A record, and the same written by hand',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				- **August 26: Queue stood still** (05:30 UTC): Its store was full.
				- [[«2024-08-26-queue»]]
				- [[«2024-08-26-queue»]]
			`,
			message: '`2024-08-26-queue` is on this page already; expected one entry for each incident',
			fixed: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				- **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
		},
		{
			caption: 'An entry that was copied and never changed',
			text: dedent`
				//- /bulletins/2024-08-31.md
				- **August 26: Queue stood still** (05:30 UTC): Its store was full.
				- **August 26: «Queue stood still»** (09:30 UTC): A relay was overloaded.
			`,
			message: '`Queue stood still` is on this page already; expected one entry for each incident',
		},
	],
	*check({ document, log }) {
		const { bulletin, text, uri } = document;
		const read = entryReader(document, log);
		const told = new Map<string, BulletinEntry>();
		for (const entry of bulletin?.entries.slice(0, MOST) ?? []) {
			const { own, sought } = keysOf(entry, read(entry));
			const first = sought.map(key => told.get(key)).find(other => other);
			if (first) {
				const range = nameRangeOf(entry);
				const name = quoted(text.slice(range.start, range.end));
				yield {
					range,
					message: `${name} is on this page already; expected one entry for each incident`,
					related: [{ uri, range: nameRangeOf(first), message: 'the first one' }],
					fixes: entry.form === 'link' ? [removal(entry, document)] : [],
				};
			}
			for (const key of own) {
				told.set(key, told.get(key) ?? entry);
			}
		}
	},
};

/**
 * What an entry is known by, and by what it is known again: its id; its day and headline, where one of the two entries
 * is written by hand. Two records of one day and headline are two incidents.
 */
function keysOf(
	entry: BulletinEntry,
	definition: Definition | undefined,
): { readonly own: readonly string[]; readonly sought: readonly string[] } {
	const id = `id ${entry.form === 'link' ? entry.id.value : entry.incident.id}`;
	const headline = definition?.date === undefined ? '' : slug(definition.title);
	if (headline === '') {
		return { own: [id], sought: [id] };
	}
	const [written, linked] = [`written ${definition?.date} ${headline}`, `linked ${definition?.date} ${headline}`];
	return entry.form === 'link'
		? { own: [id, linked], sought: [id, written] }
		: { own: [id, written], sought: [id, written, linked] };
}

/** Takes out the item with its line; its marker stands before its range where the list is in another item. */
function removal({ range }: BulletinEntry, { text, lines }: LogDocument): Fix {
	const start = lines.startOfLine(lines.lineAt(range.start));
	const end = lines.startOfLine(lines.lineAt(range.end) + 1);
	const isAlone = /^[ \t>]*$/.test(text.slice(start, range.start)) && text.slice(range.end, end).trim() === '';
	return {
		title: 'Remove this entry',
		edits: [{ range: isAlone ? { start, end } : range, newText: '' }],
		safe: false,
	};
}

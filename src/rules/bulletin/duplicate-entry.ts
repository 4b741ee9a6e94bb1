import type { Definition } from '../../core/definition.ts';
import { slug } from '../../core/slug.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { BulletinEntry, LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { entryDefinitions, nameRangeOf } from './support/entries.ts';

/** In entries per bulletin. Entries beyond this limit are not checked. */
const MAX_ENTRIES = 500;

export const duplicateEntry: Rule = {
	code: 'bulletin/duplicate-entry',
	title: 'Duplicate bulletin entry',
	rationale: dedent`
		Two entries of one incident look like two incidents and are counted as two. Entries with the same id, or with the
		same day and headline, describe one incident: \`- [[id]]\` next to an entry written by hand, or an entry that was
		copied and not changed. The second entry is reported.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The same headline on two days',
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
			caption: 'A record, and an entry written by hand of the same incident',
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
			message: 'Duplicate bulletin entry `2024-08-26-queue`. Expected one entry for each incident.',
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
			caption: 'An entry that was copied and not changed',
			text: dedent`
				//- /bulletins/2024-08-31.md
				- **August 26: Queue stood still** (05:30 UTC): Its store was full.
				- **August 26: «Queue stood still»** (09:30 UTC): A relay was overloaded.
			`,
			message: 'Duplicate bulletin entry `Queue stood still`. Expected one entry for each incident.',
		},
	],
	*check({ document, log }) {
		const { bulletin, text, uri } = document;
		const definitionOf = entryDefinitions(document, log);
		const firstByKey = new Map<string, BulletinEntry>();
		for (const entry of bulletin?.entries.slice(0, MAX_ENTRIES) ?? []) {
			const { keys, duplicateKeys } = keysOf(entry, definitionOf(entry));
			const first = duplicateKeys.map(key => firstByKey.get(key)).find(other => other);
			if (first) {
				const range = nameRangeOf(entry);
				const name = quoted(text.slice(range.start, range.end));
				yield {
					range,
					message: `Duplicate bulletin entry ${name}. Expected one entry for each incident.`,
					related: [{ uri, range: nameRangeOf(first), message: 'First entry' }],
					fixes: entry.form === 'link' ? [removeEntry(entry, document)] : [],
				};
			}
			for (const key of keys) {
				firstByKey.set(key, firstByKey.get(key) ?? entry);
			}
		}
	},
};

interface EntryKeys {
	/** The keys of the entry. */
	readonly keys: readonly string[];
	/** The keys of an earlier entry that make this one a duplicate. */
	readonly duplicateKeys: readonly string[];
}

/**
 * Entries are duplicates if they have the same id, or the same day and headline. The latter requires that one of them is
 * written by hand: two records with the same day and headline are two incidents.
 */
function keysOf(entry: BulletinEntry, definition: Definition | undefined): EntryKeys {
	const id = `id ${entry.form === 'link' ? entry.id.value : entry.incident.id}`;
	const headline = definition?.date === undefined ? '' : slug(definition.title);
	if (headline === '') {
		return { keys: [id], duplicateKeys: [id] };
	}
	const [written, linked] = [`written ${definition?.date} ${headline}`, `linked ${definition?.date} ${headline}`];
	return entry.form === 'link'
		? { keys: [id, linked], duplicateKeys: [id, written] }
		: { keys: [id, written], duplicateKeys: [id, written, linked] };
}

/** Removes the whole line unless other text is on it, such as the marker of an outer item in `- - [[id]]`. */
function removeEntry({ range }: BulletinEntry, { text, lines }: LogDocument): Fix {
	const start = lines.startOfLine(lines.lineAt(range.start));
	const end = lines.startOfLine(lines.lineAt(range.end) + 1);
	const isAlone = /^[ \t>]*$/.test(text.slice(start, range.start)) && text.slice(range.end, end).trim() === '';
	return {
		title: 'Remove duplicate entry',
		edits: [{ range: isAlone ? { start, end } : range, newText: '' }],
		safe: false,
	};
}

import { readLabel, wordsOf } from './label.ts';
import {
	type ItemField,
	type ItemState,
	type LabelledField,
	type Language,
	type LevelName,
	type SectionName,
	type StatusName,
	splitWords,
} from './language.ts';
import { PhraseTable } from './phrases.ts';

/** In UTF-16 units. Shorter names, such as "follow up", can begin any heading. */
const MIN_LEADING = 10;

/** In UTF-16 units. Longer labels have no parts. */
const MAX_PART = 60;

/** A phrase that is nowhere. */
const NO_PHRASE = { meaning: undefined, length: 0 };

/** The words that a team adds in its configuration: `map:` and `sections:`. */
export interface OwnWords {
	/** Native field to the team's labels, in any case and punctuation. */
	readonly fields: ReadonlyMap<string, readonly string[]>;
	/** Name of a section to the team's headings. */
	readonly sections: ReadonlyMap<string, readonly string[]>;
}

/** No words of a team. */
export const NO_OWN_WORDS: OwnWords = { fields: new Map(), sections: new Map() };

/** Marks of the states of action items, for a value that consists of marks or has no known word. */
const ITEM_MARKS: readonly (readonly [pattern: RegExp, state: ItemState])[] = [
	[/[✅☑✔✓🟢🎉]|^(?:x|100 ?%)$/iu, 'done'],
	[/[🚧⏳⌛🔄🟡🏗]/u, 'in_progress'],
	[/[⬜☐🔲◻⭕🔴❌✗]|^0 ?%$/u, 'open'],
	[/[🚫🗑]/u, 'dropped'],
];

/**
 * Looks up what the words of a page mean: labels of fields, headings of sections, statuses, levels, states of action
 * items. All lookups are insensitive to case, punctuation, numbering, emoji and parentheses. Words of a team take
 * precedence over those of the languages, and a language over the later ones.
 */
export class Vocabulary {
	/** Plain data, so that two vocabularies can be compared. */
	readonly own: OwnWords;
	readonly #fields: PhraseTable<string>;
	readonly #sections: PhraseTable<string>;
	readonly #statuses: ReadonlyMap<string, StatusName>;
	readonly #levels: ReadonlyMap<string, LevelName>;
	readonly #itemStates: PhraseTable<ItemState>;
	readonly #itemFields: PhraseTable<ItemField>;
	readonly #noEnd: ReadonlySet<string>;

	constructor(languages: readonly Language[], own: OwnWords = NO_OWN_WORDS) {
		this.own = own;
		const fields = new Map<string, string>();
		const sections = new Map<string, string>();
		addAll(fields, own.fields);
		addAll(sections, own.sections);
		for (const language of languages) {
			addAll(fields, entriesOf(language.fields));
			addAll(sections, entriesOf(language.sections));
		}
		this.#fields = new PhraseTable(fields);
		this.#sections = new PhraseTable(sections);
		this.#statuses = tableOf(languages, language => language.statuses);
		this.#levels = tableOf(languages, language => language.levels);
		this.#itemStates = new PhraseTable(tableOf(languages, language => language.itemStates));
		this.#itemFields = new PhraseTable(tableOf(languages, language => language.itemFields));
		this.#noEnd = new Set(languages.flatMap(language => splitWords(language.noEnd).map(wordsOf)));
	}

	/** The native field of a label: `started_at` for "Start time (UTC)". A field of `map:` may be any native name. */
	field(label: string): LabelledField | (string & {}) | undefined {
		const written = wordsOf(label.slice(0, 200));
		return this.#fields.get(written) ?? this.#fields.get(readLabel(label).name);
	}

	/** The fields whose names are a part of a label: `resolved_at` for "OutageFinish". */
	fieldsIn(label: string): ReadonlySet<LabelledField | (string & {})> {
		const words = wordsOf(label.slice(0, MAX_PART).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
		return new Set(this.#fields.find(words).map(({ meaning }) => meaning));
	}

	/**
	 * The section of a heading: `timeline` for "3. Detailed timeline (UTC)". The whole heading counts first, then the
	 * longest name that is a part of it.
	 */
	section(heading: string): SectionName | (string & {}) | undefined {
		const { name } = readLabel(heading);
		const [first, ...rest] = this.#sections.get(name) === undefined ? this.#sections.find(name) : [];
		return (
			this.#sections.get(name) ??
			rest.reduce((one, other) => (other.length > one.length ? other : one), first ?? NO_PHRASE).meaning
		);
	}

	/** The section of a heading whose whole text is a name: not of "Questions for follow-up". */
	exactSection(heading: string): SectionName | (string & {}) | undefined {
		return this.#sections.get(readLabel(heading).name);
	}

	/** The section of a heading that begins with a name of at least ten letters: "Corrective actions with owners". */
	leadingSection(heading: string): SectionName | (string & {}) | undefined {
		return this.#sections.leading(readLabel(heading).name, MIN_LEADING);
	}

	/** All sections that a heading names: `root-cause` and `resolution` for "Root cause and fix". */
	sections(heading: string): ReadonlySet<SectionName | (string & {})> {
		const { name } = readLabel(heading);
		const exact = this.#sections.get(name);
		return new Set(exact === undefined ? this.#sections.find(name).map(({ meaning }) => meaning) : [exact]);
	}

	/** The status that a word or phrase means: `resolved` for "Closed". */
	status(word: string): StatusName | undefined {
		return this.#statuses.get(readLabel(word).name);
	}

	/** The Statuspage level that a word means: `critical` for "High". */
	level(word: string): LevelName | undefined {
		return this.#levels.get(readLabel(word).name);
	}

	/** The state of an action item: `done` for "✅ Complete", "Done (PR #12)" and "Shipped in 2.4". */
	itemState(value: string): ItemState | undefined {
		const { name } = readLabel(value);
		const state = this.#itemStates.get(name) ?? this.#itemStates.leading(name);
		return state ?? ITEM_MARKS.find(([pattern]) => pattern.test(value.trim()))?.[1];
	}

	/** The state of an action item that a whole text means: not of "Open a ticket". */
	exactItemState(text: string): ItemState | undefined {
		return this.#itemStates.get(readLabel(text).name);
	}

	/** The part of an action item that a label or the head of a column names: `owner` for "Responsible team". */
	itemField(label: string): ItemField | undefined {
		const { name } = readLabel(label);
		return this.#itemFields.get(name) ?? this.#itemFields.find(name)[0]?.meaning;
	}

	/** The part of an action item that a whole label names. */
	exactItemField(label: string): ItemField | undefined {
		return this.#itemFields.get(wordsOf(label.slice(0, 60)));
	}

	/** Whether a value states that there is no end yet, such as "ongoing" or "TBD". */
	isNoEnd(value: string): boolean {
		return this.#noEnd.has(wordsOf(value)) || /^[\s?–—-]*$/u.test(value);
	}
}

function addAll(table: Map<string, string>, entries: Iterable<readonly [string, readonly string[]]>): void {
	for (const [meaning, words] of entries) {
		for (const word of words) {
			const name = wordsOf(word.normalize('NFKC'));
			if (name !== '' && !table.has(name)) {
				table.set(name, meaning);
			}
		}
	}
}

/** The words of each meaning. */
function entriesOf(table: Readonly<Record<string, string>>): (readonly [string, readonly string[]])[] {
	return Object.entries(table).map(([meaning, words]) => [meaning, splitWords(words)]);
}

function tableOf<Name extends string>(
	languages: readonly Language[],
	wordsBy: (language: Language) => Readonly<Partial<Record<Name, string>>>,
): ReadonlyMap<string, Name> {
	const table = new Map<string, Name>();
	for (const language of languages) {
		for (const [name, words] of Object.entries(wordsBy(language)) as [Name, string][]) {
			for (const word of splitWords(words).map(wordsOf)) {
				if (!table.has(word)) {
					table.set(word, name);
				}
			}
		}
	}
	return table;
}

/** The fields that a label on a page can name. Native names, and those that are mapped to several native fields. */
export const LABELLED_FIELDS = [
	'title',
	'id',
	'kind',
	'status',
	'impact',
	'severity',
	/** A day, a time, or a range of either. */
	'date',
	'started_at',
	'detected_at',
	'acknowledged_at',
	'declared_at',
	'mitigated_at',
	'resolved_at',
	'scheduled_for',
	'scheduled_until',
	'published_at',
	'duration',
	'time_to_detect',
	'time_to_mitigate',
	'time_to_resolve',
	'components',
	'summary',
	'authors',
	'owner',
	'incident',
	'postmortem',
	'references',
	'time_zone',
] as const;
export type LabelledField = (typeof LABELLED_FIELDS)[number];

/** The sections of a record that are read or required. */
export const SECTION_NAMES = [
	'summary',
	'severity',
	'impact',
	'timeline',
	'root-cause',
	'contributing-factors',
	'detection',
	'resolution',
	'lessons',
	'action-items',
	'prevention',
	'references',
	'metadata',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** Statuses of incidents and of maintenances in the vocabulary of the Statuspage API, and those of postmortems. */
export type StatusName =
	| 'investigating'
	| 'identified'
	| 'monitoring'
	| 'resolved'
	| 'scheduled'
	| 'in_progress'
	| 'verifying'
	| 'completed'
	| 'cancelled'
	| 'draft'
	| 'in-review'
	| 'published';

/** Impact levels of the Statuspage API. */
export type LevelName = 'none' | 'minor' | 'major' | 'critical';

/** The parts of an action item that a label or the head of a column can name. */
export type ItemField = 'task' | 'owner' | 'due' | 'status' | 'ticket';

export type ItemState = 'open' | 'in_progress' | 'done' | 'dropped';

/** Words and phrases, separated by commas. */
type Words = string;

/**
 * The words of one natural language for the parts of a record. All words are in lower case and without punctuation, as
 * `wordsOf` writes them. A language is data: a new one is one file, and one line in `index.ts`.
 */
export interface Language {
	/** BCP 47. */
	readonly tag: string;
	readonly fields: Readonly<Partial<Record<LabelledField, Words>>>;
	readonly sections: Readonly<Partial<Record<SectionName, Words>>>;
	readonly statuses: Readonly<Partial<Record<StatusName, Words>>>;
	readonly levels: Readonly<Partial<Record<LevelName, Words>>>;
	readonly itemStates: Readonly<Partial<Record<ItemState, Words>>>;
	readonly itemFields: Readonly<Partial<Record<ItemField, Words>>>;
	/** Names of a kind of report, which may precede a title: "Postmortem: disk full". */
	readonly reports: Words;
	/** Values of an end that has not come, such as "ongoing" and "TBD". */
	readonly noEnd: Words;
	/** January first. Full names, then short forms that are not common words of any language here. */
	readonly months: readonly Words[];
	/** Monday first. */
	readonly weekdays: readonly Words[];
	/** Units of durations, by their minutes. */
	readonly units: readonly (readonly [minutes: number, words: Words])[];
	/** Words of a time of day: noon and midnight. */
	readonly noon: Words;
	readonly midnight: Words;
	/** Words that make a time or an amount approximate: "about" before it, "ish" after it. */
	readonly about: Words;
	/** Words between a date and a time of day, or before either: "at", "on". */
	readonly atTime: Words;
	/** Words after a time of day: "14:00 hrs". */
	readonly afterTime: Words;
	/** Words between the day and the month: "3rd of May". */
	readonly ofMonth: Words;
	/** Words between the two ends of a range: "14:00 to 15:00". */
	readonly rangeWords: Words;
	/** Heads of the columns of a timeline that have its times, and of those that have its events. */
	readonly timeHeads: Words;
	readonly eventHeads: Words;
	/**
	 * Sentences and headings that declare the zone of a page, with `{zone}` for the zone. `(a|b)` is one of several words,
	 * and `[a|b]` one of them or none: "all times [are] in {zone}".
	 */
	readonly zoneSentences: Words;
}

/** The words of a list. */
export function splitWords(words: Words): string[] {
	return words
		.split(',')
		.map(word => word.trim())
		.filter(word => word !== '');
}

/**
 * The meaning of a field's value beyond its JSON type, stated as `x-meaning` in the bundled schemas. Completion, hover and
 * rules use the meaning and never the name of a field.
 */
export const MEANINGS = [
	/** An RFC 3339 time with its offset, or a date alone if the time of day is unknown. */
	'time',
	/** A time that is usually a date alone. */
	'day',
	/** Markdown of several lines: completion inserts a block scalar. */
	'markdown',
	/** A level of the log's impact scale, or one of its aliases. */
	'impact',
	/** A level of the log's impact scale. */
	'impact-level',
	/** The id of one of the log's components. */
	'component',
	/** The id of an incident of the log, or the path of its record. */
	'incident-id',
	/** The id of a postmortem of the log, or the path of its file. */
	'postmortem-id',
	/** The IANA name of a time zone. */
	'time-zone',
	/** A mapping from rule codes to settings. */
	'rules',
	/** The level of a rule's findings, or `off`. */
	'rule-level',
	/** The JSON Schema of an own field. */
	'field-schema',
] as const;
export type Meaning = (typeof MEANINGS)[number];

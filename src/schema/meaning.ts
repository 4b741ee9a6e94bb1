/**
 * What the value of a field stands for beyond its JSON type. The bundled schemas state it as `x-meaning`; completion,
 * hover and rules ask for the meaning and never for the name of a field.
 */
export const MEANINGS = [
	/** An RFC 3339 time with its offset; a date alone is a day whose hour is not known. */
	'time',
	/** A time that is usually a date alone. */
	'day',
	/** Markdown of several lines: completion opens a block. */
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
	/** A mapping from the codes of rules to their settings. */
	'rules',
	/** How severe the findings of a rule are, or `off`. */
	'rule-level',
	/** The JSON Schema of a team's own field. */
	'field-schema',
] as const;
export type Meaning = (typeof MEANINGS)[number];

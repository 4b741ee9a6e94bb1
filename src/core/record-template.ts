/** In UTF-16 units: the head of a page, in which a template has its placeholders. */
const HEAD_LENGTH = 4000;

/** Placeholders of templates. The name of a kind is not part of a match: two kinds are two different placeholders. */
const PLACEHOLDERS: readonly RegExp[] = [
	/\bYYYY[-/]MM[-/]DD\b|\bDD[-/.]MM[-/.]YYYY\b|\bMM[-/.]DD[-/.]YYYY\b|\bYYYY\b/i,
	/\bHH[:.]MM\b|\bXX:XX\b/i,
	/\[@?(?:incident|postmortem|service|component|system|team|customer|action|task|event|owner|name|title|date|time|author|your|insert|describe|brief|short|link|list|what|when|who|how|why|summary|duration|severity|root cause)\b[^[\]\n]{0,120}\](?![[(:])/i,
	/<(?:incident|postmortem|service|component|team|owner|name|title|date|time|author|your|insert|describe|brief|short|link to|list|what|when|who|how|why|summary|duration|severity|root cause)\b[^<>\n=]{0,120}>/i,
	/\{\{[^{}\n]{1,80}\}\}/,
	/\b(?:ISSUE NAME|INCIDENT NAME|INCIDENT TITLE|POSTMORTEM TITLE)\b/,
	/^#{1,2} (?:title|incident title|incident name|name of (?:the )?incident)[ \t]*$/im,
	/^#{1,2} [^\n]{0,60}\btemplate[ \t]*$/im,
];
/** A date of the calendar: a page with one is a record, even if a part of it is not filled in. */
const DATE =
	/\b(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (?:19|20)\d\d\b/i;

/**
 * Returns true for a text that is a template and no record: its head has at least two kinds of placeholders, such as
 * `YYYY-MM-DD` and `[Incident Title]`, and no date.
 */
export function isTemplateText(text: string): boolean {
	const head = text.slice(0, HEAD_LENGTH);
	return PLACEHOLDERS.filter(pattern => pattern.test(head)).length >= 2 && !DATE.test(head);
}

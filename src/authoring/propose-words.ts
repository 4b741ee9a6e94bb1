import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import type { Incident, LocatedTime } from '../core/incident.ts';
import { dialectNamed } from '../parse/dialects/index.ts';
import { readUnknownFields } from '../parse/heads/index.ts';
import { readMarkdown } from '../parse/markdown/read-markdown.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { incidentTimes } from '../schema/fields.ts';
import { VOCABULARY, vocabularyWith } from '../vocabulary/index.ts';
import { wordsOf } from '../vocabulary/label.ts';
import type { OwnWords } from '../vocabulary/vocabulary.ts';

/** A label or heading of the records that the vocabulary lacks, and what it means. */
export interface ProposedWord {
	/** As written in the first record. */
	readonly word: string;
	/** The native field of a label, or the name of a section. */
	readonly means: string;
	/** Number of records that have it. */
	readonly records: number;
}

export interface ProposedWords {
	readonly fields: readonly ProposedWord[];
	readonly sections: readonly ProposedWord[];
}

/** Fewer records are not sufficient for a proposal. */
const MIN_RECORDS = 3;
/** The share of the records that must have a word, and the share of these in which it must supply what they lack. */
const MIN_SHARE = 1 / 3;
const MIN_GAIN = 0.8;
/** The share of the items below a heading that must have an owner or a due date. */
const MIN_ITEMS = 0.5;
const MAX_CANDIDATES = 20;

const PARENTHESES = /[(（][^()（）]{0,80}[)）]/gu;
/** Words of labels whose times are not those of the incident. */
const OTHER_TIMES =
	/\b(?:last|next|updated?|modified|edited|written|created by|reviewe?d?|verified|fetched|published|due|deadline|meeting|target|expected|estimated|planned|sla|report|source|archived?)\b/u;

const TIMES: ReadonlySet<string> = new Set(['date', ...incidentTimes]);

/**
 * Proposes the words of some records for `map:` and `sections:`: labels whose names contain a known name, and whose values
 * have the form of its field, and headings of lists that have the form of action items. Each of them must supply what
 * most of the records lack that have it.
 */
export function proposeWords(documents: readonly LogDocument[]): ProposedWords {
	const pages = documents.filter(({ dialect, body }) => body && dialectNamed(dialect)?.head === 'general');
	const fields = candidates(pages, labelsOf)
		.flatMap(candidate => meaningOf(candidate, pages.length))
		.filter(word => suppliesField(word, pages));
	const sections = candidates(pages, headingsOf)
		.filter(({ records }) => isCommon(records, pages.length))
		.map(({ word, records }) => ({ word, records, means: 'action-items' }))
		.filter(word => suppliesItems(word, pages));
	return { fields: withoutRivals(fields), sections };
}

/** The vocabulary of `map:` and `sections:` with some words. */
export function ownWords({ fields, sections }: ProposedWords): OwnWords {
	return { fields: byMeaning(fields), sections: byMeaning(sections) };
}

export function byMeaning(words: readonly ProposedWord[]): ReadonlyMap<string, readonly string[]> {
	const table = new Map<string, readonly string[]>();
	for (const { means, word } of words) {
		table.set(means, [...(table.get(means) ?? []), word]);
	}
	return table;
}

interface Candidate {
	readonly word: string;
	readonly records: number;
}

/** The words of all records, each counted once a record; most common first. */
function candidates(
	documents: readonly LogDocument[],
	wordsIn: (document: LogDocument) => Iterable<string>,
): readonly Candidate[] {
	const found = new Map<string, { word: string; records: number }>();
	for (const document of documents) {
		const own = new Map([...wordsIn(document)].map(word => [wordsOf(word), word]));
		for (const [key, word] of own) {
			const known = found.get(key) ?? { word, records: 0 };
			known.records++;
			found.set(key, known);
		}
	}
	return [...found]
		.filter(([key, { records }]) => key !== '' && records >= MIN_RECORDS)
		.map(([, candidate]) => candidate)
		.sort((one, other) => other.records - one.records)
		.slice(0, MAX_CANDIDATES);
}

function isCommon(records: number, all: number): boolean {
	return records >= MIN_RECORDS && records >= all * MIN_SHARE;
}

function labelsOf({ text, yaml, body }: LogDocument): string[] {
	const page = body && readMarkdown(text, body.range.start);
	const fields = readUnknownFields({ text, data: yaml, page }, VOCABULARY);
	return fields.map(({ label }) => label.replace(PARENTHESES, '').trim());
}

function* headingsOf({ body }: LogDocument): Iterable<string> {
	for (const { title } of body?.sections.slice(1) ?? []) {
		if (VOCABULARY.section(title.value) === undefined && VOCABULARY.field(title.value) === undefined) {
			yield title.value;
		}
	}
}

/** The field whose name is a part of a label. None if the parts name several. */
function meaningOf({ word, records }: Candidate, all: number): readonly ProposedWord[] {
	if (!isCommon(records, all) || OTHER_TIMES.test(wordsOf(word.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')))) {
		return [];
	}
	const found = [...VOCABULARY.fieldsIn(word)].filter(field => TIMES.has(field) || MEASURES.has(field));
	return found.length === 1 ? found.map(means => ({ word, means, records })) : [];
}

const MEASURES: ReadonlySet<string> = new Set(['duration', 'severity']);

/** Whether a label states what most of its records lack. */
function suppliesField(word: ProposedWord, documents: readonly LogDocument[]): boolean {
	let gained = 0;
	for (const { before, after } of readings(documents, { fields: [word], sections: [] })) {
		const [start, end] = [timeOf(after, 'started_at'), timeOf(after, 'resolved_at')];
		if (start !== undefined && end !== undefined && end.latestMs < start.earliestMs) {
			return false;
		}
		gained += Number(isGain(word.means, before, after));
	}
	return gained >= word.records * MIN_GAIN;
}

function isGain(field: string, before: Incident, after: Incident): boolean {
	if (field === 'duration') {
		return (before.statedDurations ?? []).length === 0 && (after.statedDurations ?? []).length > 0;
	}
	if (field === 'severity') {
		return before.severity === undefined && after.severity !== undefined;
	}
	const name = field === 'date' ? 'started_at' : field;
	const [old, read] = [timeOf(before, name), timeOf(after, name)];
	// A time of day where only the day was known.
	return (
		read?.hasWrittenDate === true && (old === undefined || (old.precision === 'date' && read.precision !== 'date'))
	);
}

function timeOf({ times }: Incident, field: string) {
	const reading: LocatedTime['reading'] | undefined = times.get(field)?.reading;
	return reading?.ok ? reading : undefined;
}

/** Whether the lists below a heading are action items, in most of its records, which have none otherwise. */
function suppliesItems(word: ProposedWord, documents: readonly LogDocument[]): boolean {
	let gained = 0;
	for (const { before, after } of readings(documents, { fields: [], sections: [word] })) {
		const named = after.actionItems.filter(({ owner, due }) => owner !== undefined || due !== undefined);
		const isNew = before.actionItems.length === 0 && after.actionItems.length > 0;
		gained += Number(isNew && named.length >= after.actionItems.length * MIN_ITEMS);
	}
	return gained >= word.records * MIN_GAIN;
}

/** The records that contain a word, read without and with it. */
function* readings(
	documents: readonly LogDocument[],
	words: ProposedWords,
): Iterable<{ readonly before: Incident; readonly after: Incident }> {
	const configuration: Configuration = { ...DEFAULT_CONFIGURATION, vocabulary: vocabularyWith(ownWords(words)) };
	const written = [...words.fields, ...words.sections].map(({ word }) => word.toLowerCase());
	for (const { uri, text, incidents } of documents) {
		const [before] = incidents;
		const contains = written.some(word => text.toLowerCase().includes(word));
		const [after] = contains ? parseDocument({ uri, text, kind: 'incident', configuration }).incidents : [];
		if (before && after) {
			yield { before, after };
		}
	}
}

/** One label for each field: the most common one, or the first of equally common ones. */
function withoutRivals(words: readonly ProposedWord[]): readonly ProposedWord[] {
	return words.filter((word, index) => words.findIndex(({ means }) => means === word.means) === index);
}

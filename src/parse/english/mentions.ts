import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import { weekdayOf } from '../../core/time/calendar-names.ts';
import type { WrittenDate } from '../../core/time/written-date.ts';
import { readDateAt, resolveDay } from './days.ts';
import {
	DETERMINERS,
	MENTION_NOUNS,
	type MentionedKind,
	NOT_AFTER_NOUN,
	PERIODICALS,
	PHRASE_ENDS,
	TIME_PREPOSITIONS,
} from './mention-words.ts';

/** The time of the mentioned incident, as written. */
export type MentionedTime =
	| { readonly by: 'date'; readonly date: WrittenDate }
	/** The last such weekday before the date of the text: Monday is 1. */
	| { readonly by: 'weekday'; readonly weekday: number }
	| { readonly by: 'yesterday' }
	| { readonly by: 'previous-week' };

/** A phrase that names an incident, a postmortem or a bulletin by its date. */
export interface Mention {
	readonly kind: MentionedKind;
	readonly time: MentionedTime;
	/** Without its article: "August 15 issue". Offsets into the searched text. */
	readonly range: Range;
	/** With its article: "the August 15 issue". */
	readonly extent: Range;
}

/**
 * The start of a mention: a date, a weekday in the genitive, "yesterday's", "last week's". Every paragraph is searched with
 * it, so that it has no slow parts: Unicode classes and lookbehind.
 */
const TRIGGER = new RegExp(
	[
		String.raw`\b(?:(?<date>\d{4}-\d\d-\d\d(?![\w-])|(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:jan(?:uary)?|feb(?:ruary)?|`,
		String.raw`mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)`,
		String.raw`|(?<day>(?:last\s|this\spast\s)?(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day['’]s)`,
		"|(?<yesterday>yesterday['’]s)",
		String.raw`|(?:last|previous|prior)\s(?:week['’]s\s(?:infra[ -]log|log|bulletin)|(?:infra[ -]log|bulletin)))`,
	].join(''),
	'gi',
);
/** A date after one of these characters is part of something else: a path, a version, a range. */
const NOT_BEFORE = /[\p{L}\p{N}/.:-]/u;

const LONGEST_LEAD = 80;
const MOST_WORDS_BETWEEN = 3;
/** White space can be long, because it replaces code and quote marks. */
const WORD = /[\s,]{1,60}([\p{L}\p{N}](?:['’./_-]?[\p{L}\p{N}]){0,40})/uy;
const WORD_CHARACTER = /[\p{L}\p{N}'’-]/u;
/** The words before the date in "the incident of August 15". */
const NOUN_BEFORE =
	/(?:^|[^\p{L}])((?:the|our|that|this)\s(?:[\p{L}-]{1,30}\s){0,3}?([\p{L}-]{1,30}))\s(of|on|from)\s(?:the\s)?$/iu;
/** After "the outage on August 15": the date belongs to the outage, and not to the action. */
const PHRASE_GOES_ON =
	/^\s*(?:[,.;:)]|$|(?:in|during)\swhich|that|which|when|where|was|were|had|has|lasted|caused|affected|took|began|started)/i;
const DONE_TO_IT = /(?:resolv|fix|clos|mitigat|end|notic|discover|detect|report|declar|investigat|saw|had)\w{0,20}\s$/i;

/**
 * Finds the dated mentions of a paragraph, in order. Ignores phrases that can mean something else ("on August 15 we deployed
 * an issue tracker"): a missed mention is better than a wrong one. Linear in the length of the text.
 */
export function findMentions(text: string): Mention[] {
	const mentions: Mention[] = [];
	for (const match of text.matchAll(TRIGGER)) {
		const mention = readMention(text, match);
		if (mention !== undefined && mention.extent.start >= (mentions.at(-1)?.extent.end ?? 0)) {
			mentions.push(mention);
		}
	}
	return mentions;
}

function readMention(text: string, match: RegExpExecArray): Mention | undefined {
	const start = match.index;
	const end = start + match[0].length;
	const { date, day, weekday, yesterday } = match.groups ?? {};
	if (NOT_BEFORE.test(text[start - 1] ?? ' ')) {
		return undefined;
	}
	if (date !== undefined) {
		const written = readDateAt(text, start);
		// "may" and "march" are also verbs.
		const isMonth = written !== undefined && !/^mar(?:ch)?$|^may$/.test(written.monthToken.text);
		return isMonth ? (readNounAfter(text, start, written) ?? readNounBefore(text, start, written)) : undefined;
	}
	if (day !== undefined || yesterday !== undefined) {
		const number = weekdayOf(`${weekday ?? ''}day`);
		const time: MentionedTime = number === undefined ? { by: 'yesterday' } : { by: 'weekday', weekday: number };
		const noun = nounAfter(text, end);
		return noun && noun.kind !== 'bulletin'
			? { kind: noun.kind, time, ...places(text, start, noun.end, articleBefore(text, start)) }
			: undefined;
	}
	return isWholeNoun(text, end)
		? { kind: 'bulletin', time: { by: 'previous-week' }, ...places(text, start, end, articleBefore(text, start)) }
		: undefined;
}

/** "the August 15 issue", "July 12 incident", "the September 1 Anycast outage", "August 15's outage". */
function readNounAfter(text: string, start: number, date: WrittenDate): Mention | undefined {
	const genitive = /^['’]s\s/.test(text.slice(date.end, date.end + 3));
	const noun = nounAfter(text, genitive ? date.end + 2 : date.end);
	if (noun === undefined) {
		return undefined;
	}
	const article = articleBefore(text, start);
	if (
		article === undefined &&
		!genitive &&
		(noun.wordsBetween > 0 || TIME_PREPOSITIONS.has(wordBefore(text, start)?.text ?? ''))
	) {
		return undefined;
	}
	return { kind: noun.kind, time: { by: 'date', date }, ...places(text, start, noun.end, article) };
}

/** "the incident of August 15". */
function readNounBefore(text: string, start: number, date: WrittenDate): Mention | undefined {
	const lead = text.slice(Math.max(0, start - LONGEST_LEAD), start);
	const match = NOUN_BEFORE.exec(lead);
	const [, phrase, noun, preposition] = match ?? [];
	const kind = MENTION_NOUNS.get(noun?.toLowerCase() ?? '');
	if (match === null || phrase === undefined || kind === undefined) {
		return undefined;
	}
	const phraseStart = start - lead.length + match.index + match[0].indexOf(phrase);
	const after = text.slice(date.end, date.end + 20);
	const before = text.slice(Math.max(0, phraseStart - 20), phraseStart);
	if (preposition?.toLowerCase() !== 'of' && (!PHRASE_GOES_ON.test(after) || DONE_TO_IT.test(before))) {
		return undefined;
	}
	const extent = { start: phraseStart, end: date.end };
	return {
		kind,
		time: { by: 'date', date },
		extent,
		range: { start: phraseStart + phrase.indexOf(' ') + 1, end: date.end },
	};
}

/** The noun at the end of a phrase, with at most three words before it. */
function nounAfter(text: string, from: number): { kind: MentionedKind; end: number; wordsBetween: number } | undefined {
	let at = from;
	for (let wordsBetween = 0; wordsBetween <= MOST_WORDS_BETWEEN; wordsBetween++) {
		const word = wordAt(text, at);
		if (word === undefined) {
			return undefined;
		}
		const next = wordAt(text, word.end);
		const pair = next && MENTION_NOUNS.get(`${word.text} ${next.text}`);
		const kind = pair ?? MENTION_NOUNS.get(word.text);
		if (kind !== undefined) {
			const end = pair === undefined || next === undefined ? word.end : next.end;
			return isWholeNoun(text, end) ? { kind, end, wordsBetween } : undefined;
		}
		if (PHRASE_ENDS.has(word.text) || (word.comma && wordsBetween > 0)) {
			return undefined;
		}
		at = word.end;
	}
	return undefined;
}

/** False if the following words change the meaning of the noun: "issue 12", "issue tracker", "issue of the newsletter". */
function isWholeNoun(text: string, end: number): boolean {
	if (/^(?:[\p{L}\p{N}_/]|-\p{L}|\s{0,2}#?\d)/u.test(text.slice(end, end + 4))) {
		return false;
	}
	const next = wordAt(text, end);
	if (next === undefined || next.comma) {
		return true;
	}
	if (next.text === 'of') {
		const article = wordAt(text, next.end);
		return !PERIODICALS.has((article && wordAt(text, article.end)?.text) ?? '');
	}
	return !NOT_AFTER_NOUN.has(next.text) && !/^(?:files?|lines?|messages?|output|rotation|volumes?)$/.test(next.text);
}

/** The next word, in lower case, and whether it follows a comma. */
function wordAt(text: string, at: number): { text: string; end: number; comma: boolean } | undefined {
	WORD.lastIndex = at;
	const match = WORD.exec(text);
	const word = match?.[1];
	return match && word !== undefined
		? { text: word.toLowerCase(), end: at + match[0].length, comma: match[0].trimStart().startsWith(',') }
		: undefined;
}

/** The word before an offset, in lower case, with only white space between. */
function wordBefore(text: string, at: number): { readonly text: string; readonly start: number } | undefined {
	const limit = Math.max(0, at - LONGEST_LEAD);
	let end = at;
	while (end > limit && /\s/.test(text[end - 1] ?? '')) {
		end--;
	}
	let start = end;
	while (start > limit && WORD_CHARACTER.test(text[start - 1] ?? '')) {
		start--;
	}
	return end < at && start < end ? { text: text.slice(start, end).toLowerCase(), start } : undefined;
}

/** The start of a phrase: an article or similar, with at most one word ("recent") before the date. */
function articleBefore(text: string, at: number): number | undefined {
	const nearest = wordBefore(text, at);
	if (nearest === undefined || DETERMINERS.has(nearest.text)) {
		return nearest?.start;
	}
	const second = PHRASE_ENDS.has(nearest.text) ? undefined : wordBefore(text, nearest.start);
	return second && DETERMINERS.has(second.text) ? second.start : undefined;
}

function places(
	text: string,
	start: number,
	end: number,
	article: number | undefined,
): { range: Range; extent: Range } {
	const written = text.slice(start, end).trimEnd();
	const range = { start, end: start + written.length };
	return { range, extent: { start: article ?? start, end: range.end } };
}

/** Resolves the date of a mention in a text of a date; undefined if it cannot be resolved. */
export function dayOfMention(
	time: MentionedTime,
	writtenOn: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
	switch (time.by) {
		case 'date':
			return resolveDay(time.date, writtenOn);
		case 'yesterday':
			return writtenOn?.subtract({ days: 1 });
		case 'weekday':
			return writtenOn?.subtract({ days: ((writtenOn.dayOfWeek - time.weekday + 6) % 7) + 1 });
		case 'previous-week':
			return undefined;
	}
}

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
	/** The latest such weekday up to the date of the text; `isBefore`: before that date. Monday is 1. */
	| { readonly by: 'weekday'; readonly weekday: number; readonly isBefore: boolean }
	| { readonly by: 'days-ago'; readonly days: number }
	| { readonly by: 'previous-week' };

/** A phrase that names an incident, a postmortem or a bulletin by its date. */
export interface Mention {
	readonly kind: MentionedKind;
	readonly time: MentionedTime;
	/** Without its article: "August 15 issue". Offsets into the searched text. */
	readonly range: Range;
	/** With its article: "the August 15 issue". */
	readonly fullRange: Range;
}

/**
 * The start of the time of a mention: a date, a weekday, "yesterday", "two days ago", "last week's". Every paragraph is
 * searched with it, so that it has no slow parts: Unicode classes and lookbehind.
 */
const TRIGGER = new RegExp(
	[
		String.raw`\b(?:(?<date>\d{4}-\d\d-\d\d(?![\w-])|\d\d\.\d\d\.(?=\s)|(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:jan(?:uary)?|feb(?:ruary)?|`,
		String.raw`mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)`,
		String.raw`|(?<day>(?<last>last\s{1,9}|this\spast\s)?(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?)\b`,
		String.raw`|(?<yesterday>yesterday(?:['’]s)?)\b`,
		String.raw`|(?<ago>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s{1,9}days?\s{1,9}ago\b`,
		String.raw`|(?:last|previous|prior)\s(?:week['’]s\s(?:infra[ -]log|log|bulletin)|(?:infra[ -]log|bulletin)))`,
	].join(''),
	'gi',
);
/** A date after one of these characters is part of something else: a path, a version, a range. */
const NOT_BEFORE = /[\p{L}\p{N}/.:-]/u;

const MAX_LEAD_LENGTH = 80;
const MAX_WORDS_BETWEEN = 3;
/** White space can be long, because it replaces code and quote marks. */
const WORD = /[\s,]{1,60}([\p{L}\p{N}](?:['’./_-]?[\p{L}\p{N}]){0,40})/uy;
const WORD_CHARACTER = /[\p{L}\p{N}'’-]/u;
/** "The incident of August 15": the text before the time. */
const NOUN_BEFORE =
	/(?:^|[^\p{L}])((?:the|our|that|this)\s{1,9}(?:[\p{L}-]{1,30}\s{1,9}){0,3}?([\p{L}-]{1,30}))(?:\s{1,9}(of|on|from|in))?\s{1,9}(?:the\s{1,9})?$/iu;
/** "Same root cause as 2024-08-15", "a recurrence of August 15": the text before the date. */
const COMPARISON =
	/\b(?:(?:same|similar|identical)\s{1,9}(?:[a-z-]{1,30}\s{1,9}){0,2}(?:causes?|failure|fault|problem|issue|incident|outage|symptoms?|pattern|bug|error|mode|mechanism|trigger|behaviou?r)\s{1,9}(?:as|to)|(?:recurrence|repeat|repetition)\s{1,9}of)\s{1,9}(?:(?:in|on|of|from)\s{1,9})?(?:the\s{1,9})?$/i;
/** After "the outage on August 15": the date belongs to the outage, and not to the action. */
const PHRASE_GOES_ON =
	/^\s*(?:[,.;:)]|$|(?:in|during)\swhich|that|which|when|where|was|were|had|has|lasted|caused|affected|took|began|started)/i;
const DONE_TO_IT = /(?:resolv|fix|clos|mitigat|end|notic|discover|detect|report|declar|investigat|saw|had)\w{0,20}\s$/i;
const NUMBER_WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * Finds the dated mentions of a paragraph, in order. Ignores phrases that can mean something else ("on August 15 we deployed
 * an issue tracker"): a missed mention is better than a wrong one. Linear in the length of the text.
 */
export function findMentions(text: string): Mention[] {
	const mentions: Mention[] = [];
	// Not `matchAll`, which clones the expression: this takes half of the time of a short text.
	TRIGGER.lastIndex = 0;
	for (let match = TRIGGER.exec(text); match !== null; match = TRIGGER.exec(text)) {
		const mention = readMention(text, match);
		if (mention !== undefined && mention.fullRange.start >= (mentions.at(-1)?.fullRange.end ?? 0)) {
			mentions.push(mention);
		}
	}
	return mentions;
}

function readMention(text: string, match: RegExpExecArray): Mention | undefined {
	const start = match.index;
	const end = start + match[0].length;
	const { date } = match.groups ?? {};
	if (NOT_BEFORE.test(text[start - 1] ?? ' ')) {
		return undefined;
	}
	if (date !== undefined) {
		const written = readDateAt(text, start);
		// "may" and "march" are also verbs.
		const isMonth = written !== undefined && !/^mar(?:ch)?$|^may$/.test(written.monthToken.text);
		return isMonth
			? (readNounAfter(text, start, written) ??
					readNounBefore(text, start, written.end, { by: 'date', date: written }) ??
					readComparison(text, start, written))
			: undefined;
	}
	const time = relativeTime(match.groups);
	if (time !== undefined) {
		return /['’]s$/.test(match[0])
			? readNounAfterGenitive(text, start, end, time)
			: readNounBefore(text, start, end, time);
	}
	return isWholeNoun(text, end)
		? { kind: 'bulletin', time: { by: 'previous-week' }, ...phraseRanges(text, start, end, articleBefore(text, start)) }
		: undefined;
}

/** "Tuesday", "last Tuesday", "yesterday", "two days ago", each with or without a genitive. */
function relativeTime(groups: RegExpExecArray['groups']): MentionedTime | undefined {
	const { weekday, last, yesterday, ago } = groups ?? {};
	if (yesterday !== undefined) {
		return { by: 'days-ago', days: 1 };
	}
	if (ago !== undefined) {
		const word = ago.toLowerCase();
		return { by: 'days-ago', days: word === 'a' ? 1 : /^\d/.test(word) ? Number(word) : NUMBER_WORDS.indexOf(word) };
	}
	const number = weekday === undefined ? undefined : weekdayOf(`${weekday}day`);
	return number === undefined ? undefined : { by: 'weekday', weekday: number, isBefore: last !== undefined };
}

/** "Tuesday's outage". */
function readNounAfterGenitive(text: string, start: number, end: number, time: MentionedTime): Mention | undefined {
	const noun = nounAfter(text, end);
	return noun && noun.kind !== 'bulletin'
		? { kind: noun.kind, time, ...phraseRanges(text, start, noun.end, articleBefore(text, start)) }
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
	return { kind: noun.kind, time: { by: 'date', date }, ...phraseRanges(text, start, noun.end, article) };
}

/** "the incident of August 15", "the outage on Tuesday", "the outage two days ago". `end`: of the time. */
function readNounBefore(text: string, start: number, end: number, time: MentionedTime): Mention | undefined {
	const leadStart = Math.max(0, start - MAX_LEAD_LENGTH);
	const match = NOUN_BEFORE.exec(text.slice(leadStart, start));
	const [, matched, noun, preposition] = match ?? [];
	const kind = MENTION_NOUNS.get(noun?.toLowerCase() ?? '');
	if (match === null || matched === undefined || kind === undefined || kind === 'bulletin') {
		return undefined;
	}
	const phrase = lastNounPhrase(matched);
	const hasPreposition = preposition !== undefined && !/^in$/i.test(preposition);
	const needsPreposition = time.by === 'date' || (time.by === 'weekday' && !time.isBefore);
	if (phrase === undefined || (needsPreposition ? !hasPreposition : /^in$/i.test(preposition ?? ''))) {
		return undefined;
	}
	const phraseStart = leadStart + match.index + match[0].indexOf(matched) + matched.length - phrase.length;
	const before = text.slice(Math.max(0, phraseStart - 20), phraseStart);
	const goesOn = time.by === 'days-ago' || PHRASE_GOES_ON.test(text.slice(end, end + 20));
	if (preposition?.toLowerCase() !== 'of' && (!goesOn || DONE_TO_IT.test(before))) {
		return undefined;
	}
	const nounStart = phraseStart + (/^\S+\s+/.exec(phrase)?.[0].length ?? 0);
	return { kind, time, fullRange: { start: phraseStart, end }, range: { start: nounStart, end } };
}

/** From the last determiner on: "the outage" of "this in the outage". Undefined if the words are not one phrase. */
function lastNounPhrase(words: string): string | undefined {
	const starts = [...words.matchAll(/\S+/g)].filter(([word]) => DETERMINERS.has(word.toLowerCase()));
	const phrase = words.slice(starts.at(-1)?.index ?? 0);
	const between = phrase.split(/\s+/).slice(1, -1);
	return between.some(word => PHRASE_ENDS.has(word.toLowerCase())) ? undefined : phrase;
}

/** "same root cause as 2024-08-15". The mention is the date alone. */
function readComparison(text: string, start: number, date: WrittenDate): Mention | undefined {
	const isCompared = COMPARISON.test(text.slice(Math.max(0, start - MAX_LEAD_LENGTH), start));
	const after = text.slice(date.end, date.end + 20);
	const goesOn = PHRASE_GOES_ON.test(after) || /^\s+(?:and|but|with|again)\b/i.test(after);
	const range = { start, end: date.end };
	return isCompared && goesOn ? { kind: 'incident', time: { by: 'date', date }, range, fullRange: range } : undefined;
}

/** The noun at the end of a phrase, with at most three words before it. */
function nounAfter(text: string, from: number): { kind: MentionedKind; end: number; wordsBetween: number } | undefined {
	let at = from;
	for (let wordsBetween = 0; wordsBetween <= MAX_WORDS_BETWEEN; wordsBetween++) {
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
		if (PHRASE_ENDS.has(word.text) || (word.isAfterComma && wordsBetween > 0)) {
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
	if (next === undefined || next.isAfterComma) {
		return true;
	}
	if (next.text === 'of') {
		const article = wordAt(text, next.end);
		return !PERIODICALS.has((article && wordAt(text, article.end)?.text) ?? '');
	}
	return !NOT_AFTER_NOUN.has(next.text) && !/^(?:files?|lines?|messages?|output|rotation|volumes?)$/.test(next.text);
}

/** The next word, in lower case, and whether it follows a comma. */
function wordAt(text: string, at: number): { text: string; end: number; isAfterComma: boolean } | undefined {
	WORD.lastIndex = at;
	const match = WORD.exec(text);
	const word = match?.[1];
	return match && word !== undefined
		? { text: word.toLowerCase(), end: at + match[0].length, isAfterComma: match[0].trimStart().startsWith(',') }
		: undefined;
}

/** The word before an offset, in lower case, with only white space between. */
function wordBefore(text: string, at: number): { readonly text: string; readonly start: number } | undefined {
	const limit = Math.max(0, at - MAX_LEAD_LENGTH);
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

function phraseRanges(
	text: string,
	start: number,
	end: number,
	article: number | undefined,
): { range: Range; fullRange: Range } {
	const written = text.slice(start, end).trimEnd();
	const range = { start, end: start + written.length };
	return { range, fullRange: { start: article ?? start, end: range.end } };
}

/** Resolves the date of a mention in a text of a date; undefined if it cannot be resolved. */
export function dayOfMention(
	time: MentionedTime,
	writtenOn: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
	switch (time.by) {
		case 'date':
			return resolveDay(time.date, writtenOn);
		case 'days-ago':
			return writtenOn?.subtract({ days: time.days });
		case 'weekday': {
			const days = writtenOn === undefined ? 0 : (writtenOn.dayOfWeek - time.weekday + 7) % 7;
			return writtenOn?.subtract({ days: days === 0 && time.isBefore ? 7 : days });
		}
		case 'previous-week':
			return undefined;
	}
}

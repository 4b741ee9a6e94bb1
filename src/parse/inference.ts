import type { Inferred, InferredImpact } from '../core/incident.ts';
import type { Located, Range } from '../core/range.ts';
import type { DurationRange } from '../core/time/duration.ts';
import { findDurations } from '../core/time/read-duration.ts';
import {
	ABOUT_INCIDENT,
	DURATION_CUE_AFTER,
	DURATION_CUE_BEFORE,
	EXPLICIT_IMPACT,
	type ImpactPhrase,
	NO_DURATION_AFTER,
	NO_DURATION_BEFORE,
	QUALIFIED,
	RELIEVED,
	SUFFERED,
	WEAK_IMPACT,
} from './inference-words.ts';
import type { InlineText } from './inline.ts';
import { findMentions } from './mentions.ts';
import { paragraphsOf } from './prose.ts';

/** So much of a sentence before and after a duration says what kind of duration it is. */
const NEIGHBOURHOOD = 80;
/** In minutes. What is longer is no outage, but how long something had been running. */
const LONGEST_INCIDENT = 31 * 24 * 60;
/** A longer run of words without a full stop is no sentence. It is read up to here. */
const LONGEST_SENTENCE = 4000;

const SEVERITY: readonly InferredImpact[] = ['none', 'low', 'high', 'total'];

/** A sentence, with its place in the document. */
interface Sentence {
	readonly start: number;
	readonly text: string;
}

/**
 * Reads from the prose of one incident how long it took and how bad it was; `within` is the part of the document that
 * tells of it. Ranges in the result are into the document. Sentences that mention another incident are passed over:
 * what they say may be said of the other one.
 */
export function inferFromProse(text: string, inline: InlineText | undefined, within?: Range): Inferred {
	const paragraphs = inline === undefined ? [] : paragraphsOf(text, inline, within);
	const sentences = paragraphs
		.flatMap(paragraph => sentencesOf(paragraph.text, paragraph.start))
		.filter(sentence => findMentions(sentence.text).every(mention => mention.kind === 'bulletin'));
	return { duration: inferDuration(sentences), impact: inferImpact(sentences) };
}

/** A full stop, a question mark or an exclamation mark ends a sentence where a capital or nothing follows. */
function sentencesOf(text: string, start: number): Sentence[] {
	const sentences: Sentence[] = [];
	let from = 0;
	for (const match of text.matchAll(/[.!?]["'”’)\]]{0,3}(?=\s+[\p{Lu}\p{N}"“‘'([]|\s*$)/gu)) {
		const end = match.index + match[0].length;
		sentences.push({ start: start + from, text: text.slice(from, Math.min(end, from + LONGEST_SENTENCE)) });
		from = end;
	}
	sentences.push({ start: start + from, text: text.slice(from, from + LONGEST_SENTENCE) });
	return sentences.filter(sentence => sentence.text.trim() !== '');
}

/** The longest duration that is said to be the incident's; without any such, the only one that may be. */
function inferDuration(sentences: readonly Sentence[]): Located<DurationRange> | undefined {
	let cued: Located<DurationRange> | undefined;
	const uncued: Located<DurationRange>[] = [];
	for (const sentence of sentences) {
		for (const duration of findDurations(sentence.text)) {
			const likelihood = likelihoodOf(sentence.text, duration);
			const located = { value: duration.value, range: placeIn(sentence, duration.range) };
			if (likelihood === 'cued' && (cued === undefined || isLonger(duration.value, cued.value))) {
				cued = located;
			} else if (likelihood === 'uncued') {
				uncued.push(located);
			}
		}
	}
	return cued ?? (uncued.length === 1 ? uncued[0] : undefined);
}

function likelihoodOf(sentence: string, { value, range }: Located<DurationRange>): 'cued' | 'uncued' | undefined {
	const before = sentence.slice(Math.max(0, range.start - NEIGHBOURHOOD), range.start);
	const after = sentence.slice(range.end, range.end + NEIGHBOURHOOD);
	if (value.maxMinutes > LONGEST_INCIDENT || NO_DURATION_BEFORE.test(before) || NO_DURATION_AFTER.test(after)) {
		return undefined;
	}
	if (DURATION_CUE_BEFORE.test(before) || DURATION_CUE_AFTER.test(after)) {
		return 'cued';
	}
	return ABOUT_INCIDENT.test(sentence) ? 'uncued' : undefined;
}

function isLonger(a: DurationRange, b: DurationRange): boolean {
	return a.maxMinutes > b.maxMinutes;
}

/** What is said of customer impact itself outweighs every weaker word. */
function inferImpact(sentences: readonly Sentence[]): Located<InferredImpact> | undefined {
	return (
		worst(sentences.flatMap(sentence => find(sentence, EXPLICIT_IMPACT) ?? [])) ??
		worst(sentences.flatMap(sentence => find(sentence, WEAK_IMPACT) ?? []))
	);
}

function find(sentence: Sentence, phrases: readonly ImpactPhrase[]): Located<InferredImpact> | undefined {
	for (const { impact, pattern } of phrases) {
		const match = pattern.exec(sentence.text);
		if (match !== null) {
			const end = match.index + match[0].length;
			const range = placeIn(sentence, { start: match.index, end });
			if (impact === 'none' && QUALIFIED.test(sentence.text.slice(end))) {
				return { value: 'low', range };
			}
			if (impact !== 'total' || (SUFFERED.test(sentence.text) && !RELIEVED.test(sentence.text))) {
				return { value: impact, range };
			}
		}
	}
	return undefined;
}

function worst(found: readonly Located<InferredImpact>[]): Located<InferredImpact> | undefined {
	return found.reduce<Located<InferredImpact> | undefined>(
		(a, b) => (a === undefined || SEVERITY.indexOf(b.value) > SEVERITY.indexOf(a.value) ? b : a),
		undefined,
	);
}

function placeIn(sentence: Sentence, { start, end }: Range): Range {
	return { start: sentence.start + start, end: sentence.start + end };
}

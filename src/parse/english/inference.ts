import type { Inferred, InferredImpact } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import type { DurationRange } from '../../core/time/duration.ts';
import type { InlineText } from '../markdown/inline.ts';
import { paragraphsOf } from '../markdown/prose.ts';
import {
	ABOUT_INCIDENT,
	DURATION_CUE_AFTER,
	DURATION_CUE_BEFORE,
	EXPLICIT_IMPACT,
	type ImpactPhrase,
	MAY_BE_WEAK_IMPACT,
	NO_DURATION_AFTER,
	NO_DURATION_BEFORE,
	NO_MORE,
	OF_PEOPLE,
	QUALIFIED,
	RELIEVED,
	SUFFERED,
	SURE_CUE_AFTER,
	SURE_CUE_BEFORE,
	WEAK_IMPACT,
} from './inference-words.ts';
import { findMentions } from './mentions.ts';
import { findDurations } from './read-duration.ts';

/** Length of the text before and after a duration that is searched for cues, in UTF-16 code units. */
const CUE_DISTANCE = 80;
/** In minutes. A longer duration is not that of an outage, but for example an uptime. */
const MAX_INCIDENT = 31 * 24 * 60;
/** In minutes. A shorter duration is that of a request or a check. */
const MIN_INCIDENT = 1;
/** In UTF-16 code units. The rest of a longer sentence is ignored. */
const MAX_SENTENCE = 4000;

const SEVERITY: readonly InferredImpact[] = ['none', 'low', 'high', 'total'];

/** The certainty that a duration is that of the incident. */
type Certainty = 'sure' | 'likely' | 'possible';

/** A sentence with its offset in the document. */
interface Sentence {
	readonly start: number;
	readonly text: string;
}

/**
 * Infers the duration and the impact of an incident from its prose. `within`: the part of the document that describes it.
 * Ranges in the result are offsets into the document. Sentences that mention another incident are ignored, because they can
 * describe that one.
 */
export function inferFromProse(text: string, inline: InlineText | undefined, within?: Range): Inferred {
	const paragraphs = inline === undefined ? [] : paragraphsOf(text, inline, within);
	const sentences = paragraphs.flatMap(paragraph => sentencesOf(paragraph.text, paragraph.start));
	return { duration: inferDuration(sentences), impact: inferImpact(sentences) };
}

/** Whether a sentence mentions no other incident. Called only for sentences with a match, because it is the slowest test. */
function isOwn(sentence: Sentence): boolean {
	return findMentions(sentence.text).every(mention => mention.kind === 'bulletin');
}

/** A full stop, a question mark or an exclamation mark ends a sentence before a capital or at the end of the text. */
const SENTENCE_END = /[.!?]["'”’)\]]{0,3}(?=\s+[\p{Lu}\p{N}"“‘'([]|\s*$)/gu;

function sentencesOf(text: string, start: number): Sentence[] {
	const sentences: Sentence[] = [];
	let from = 0;
	SENTENCE_END.lastIndex = 0;
	for (let match = SENTENCE_END.exec(text); match !== null; match = SENTENCE_END.exec(text)) {
		const end = match.index + match[0].length;
		sentences.push({ start: start + from, text: text.slice(from, Math.min(end, from + MAX_SENTENCE)) });
		from = end;
	}
	sentences.push({ start: start + from, text: text.slice(from, from + MAX_SENTENCE) });
	return sentences.filter(sentence => sentence.text.trim() !== '');
}

/** The longest of the durations with the highest certainty. A possible one is used only if it is the only one. */
function inferDuration(sentences: readonly Sentence[]): Located<DurationRange> | undefined {
	const found: Record<Certainty, Located<DurationRange>[]> = { sure: [], likely: [], possible: [] };
	for (const sentence of sentences) {
		const durations = findDurations(sentence.text);
		for (const duration of durations.length > 0 && isOwn(sentence) ? durations : []) {
			const certainty = certaintyOf(sentence.text, duration);
			if (certainty !== undefined) {
				found[certainty].push({ value: duration.value, range: toDocument(sentence, duration.range) });
			}
		}
	}
	return longest(found.sure) ?? longest(found.likely) ?? (found.possible.length === 1 ? found.possible[0] : undefined);
}

function certaintyOf(sentence: string, { value, range }: Located<DurationRange>): Certainty | undefined {
	const before = sentence.slice(Math.max(0, range.start - CUE_DISTANCE), range.start);
	const after = sentence.slice(range.end, range.end + CUE_DISTANCE);
	if (value.maxMinutes > MAX_INCIDENT || value.maxMinutes < MIN_INCIDENT) {
		return undefined;
	}
	if (NO_DURATION_BEFORE.test(before) || NO_DURATION_AFTER.test(after)) {
		return undefined;
	}
	if (SURE_CUE_BEFORE.test(before) || SURE_CUE_AFTER.test(after)) {
		return 'sure';
	}
	const isWithin = /^within\b/i.test(sentence.slice(range.start, range.end));
	if (!isWithin && (DURATION_CUE_BEFORE.test(before) || DURATION_CUE_AFTER.test(after))) {
		return 'likely';
	}
	return isWithin || ABOUT_INCIDENT.test(sentence) ? 'possible' : undefined;
}

function longest(durations: readonly Located<DurationRange>[]): Located<DurationRange> | undefined {
	return durations.reduce<Located<DurationRange> | undefined>(
		(a, b) => (a === undefined || b.value.maxMinutes > a.value.maxMinutes ? b : a),
		undefined,
	);
}

/** Explicit statements of customer impact take precedence over weaker words. */
function inferImpact(sentences: readonly Sentence[]): Located<InferredImpact> | undefined {
	return (
		worst(sentences.flatMap(sentence => (OF_PEOPLE.test(sentence.text) && findOwn(sentence, EXPLICIT_IMPACT)) || [])) ??
		worst(
			sentences.flatMap(sentence => (MAY_BE_WEAK_IMPACT.test(sentence.text) && findOwn(sentence, WEAK_IMPACT)) || []),
		)
	);
}

function findOwn(sentence: Sentence, phrases: readonly ImpactPhrase[]): Located<InferredImpact> | undefined {
	const found = find(sentence, phrases);
	return found && isOwn(sentence) ? found : undefined;
}

function find(sentence: Sentence, phrases: readonly ImpactPhrase[]): Located<InferredImpact> | undefined {
	for (const { impact, pattern } of phrases) {
		const match = pattern.exec(sentence.text);
		if (match !== null && !(impact === 'none' && NO_MORE.test(match[0]))) {
			const end = match.index + match[0].length;
			const range = toDocument(sentence, { start: match.index, end });
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

function toDocument(sentence: Sentence, { start, end }: Range): Range {
	return { start: sentence.start + start, end: sentence.start + end };
}

import type { LocatedTime, TimelineEntry } from '../../core/incident.ts';
import { DAY } from '../../core/time/units.ts';
import { wordsOf } from '../../vocabulary/label.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';

/** In milliseconds. A last entry that is later is about the follow-up, unless it states the end. */
const MAX_DURATION = 3 * DAY;
/** In UTF-16 code units. An entry states the end in its first words. */
const MAX_TEXT_LENGTH = 200;

/**
 * Returns the time at which a timeline ends: that of the last entry with a word such as "resolved", or else of the last
 * entry. Undefined for fewer than two entries with times.
 */
export function endInTimeline(timeline: readonly TimelineEntry[], vocabulary: Vocabulary): LocatedTime | undefined {
	const timed = timeline.flatMap(({ at, text }) => (at?.reading.ok ? [{ at, ms: at.reading.earliestMs, text }] : []));
	const byTime = timed.toSorted((one, other) => one.ms - other.ms);
	const [first] = byTime;
	if (first === undefined || byTime.length < 2) {
		return undefined;
	}
	const isSoon = ({ ms }: { readonly ms: number }) => ms - first.ms <= MAX_DURATION;
	const resolved = byTime.findLast(({ text, ms }) => ms > first.ms && text && statesEnd(text.value, vocabulary));
	const last = byTime.findLast(isSoon);
	return (resolved ?? (last && last.ms > first.ms ? last : undefined))?.at;
}

function statesEnd(text: string, vocabulary: Vocabulary): boolean {
	return wordsOf(text.slice(0, MAX_TEXT_LENGTH))
		.split(' ')
		.some(word => vocabulary.status(word) === 'resolved');
}

import type { Located } from '../range.ts';
import type { DurationRange } from './duration.ts';

/** Every duration phrase in a text with its place. */
export function findDurations(text: string): Located<DurationRange>[] {
	const found: Located<DurationRange>[] = [];
	for (const match of text.matchAll(
		/\b(?:(\d{1,4})\s?[-–]\s?)?(\d{1,4})[\s-]?(minutes?|mins?|hours?|hrs?|days?)\b/gi,
	)) {
		const [whole, low, high, unit] = match;
		const scale = unit?.toLowerCase().startsWith('m') ? 1 : unit?.toLowerCase().startsWith('h') ? 60 : 1440;
		found.push({
			value: { minMinutes: Number(low ?? high) * scale, maxMinutes: Number(high) * scale, approximate: false },
			range: { start: match.index, end: match.index + whole.length },
		});
	}
	return found;
}

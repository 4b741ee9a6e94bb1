import { compareText } from '../core/compare-text.ts';
import { isTimeZone } from '../core/time/zones.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** The minimum share of one zone among all for which it is proposed. */
const MIN_SHARE = 0.6;

/** A zone in which records state times. */
export interface StatedZone {
	/** IANA. */
	readonly name: string;
	/** Number of records. */
	readonly records: number;
}

/**
 * The zones in which some records state times, by a sentence or heading, an abbreviation, or `Z`; most common first.
 * Numeric offsets name no zone.
 */
export function zonesOf(documents: readonly LogDocument[]): readonly StatedZone[] {
	const counts = new Map<string, number>();
	for (const { incidents } of documents) {
		const zones = new Set(
			incidents.flatMap(({ times, timeline, updates }) => [
				...[...times.values(), ...[...timeline, ...updates].map(({ at }) => at)].flatMap(time =>
					time?.reading.ok && time.reading.zone !== undefined ? [time.reading.timeZone] : [],
				),
				...timeline.flatMap(({ declaredZone }) => (declaredZone ? [declaredZone.timeZone] : [])),
			]),
		);
		for (const zone of zones) {
			if (isTimeZone(zone)) {
				counts.set(zone, (counts.get(zone) ?? 0) + 1);
			}
		}
	}
	return [...counts]
		.map(([name, records]) => ({ name, records }))
		.sort((one, other) => other.records - one.records || compareText(one.name, other.name));
}

/** The zone of most of the times. Undefined if none is stated, or several are about equally common. */
export function proposeZone(zones: readonly StatedZone[]): StatedZone | undefined {
	const total = zones.reduce((sum, { records }) => sum + records, 0);
	const [first] = zones;
	return first && first.records / total >= MIN_SHARE ? first : undefined;
}

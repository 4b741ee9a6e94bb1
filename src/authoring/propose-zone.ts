import { isTimeZone } from '../core/time/zones.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** The share of the zones from which on one is proposed. */
const MOST = 0.6;

/**
 * The IANA name of the zone in which most of the times of some records are stated: by a sentence or heading, an abbreviation,
 * or `Z`. Undefined if no zone is stated, or several are about equally common. Numeric offsets name no zone.
 */
export function proposeZone(documents: readonly LogDocument[]): string | undefined {
	const counts = new Map<string, number>();
	let total = 0;
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
				total++;
			}
		}
	}
	const [name, count = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
	return name !== undefined && count / total >= MOST ? name : undefined;
}

import type { Definition } from '../core/definition.ts';
import { isTimeZone } from '../core/time/zones.ts';
import { previousWeek, type Week, weekBounds } from '../core/week.ts';
import type { LogView } from '../rules/log-view.ts';

/** The zone of the times on a page. */
export interface PageZone {
	/** An IANA name, or an offset such as `-04:00`. */
	readonly timeZone: string;
	/** Whether the configuration states it. */
	readonly isStated: boolean;
}

/** Returns the line that states the zone of a page in the configuration. Undefined for an offset, which it cannot state. */
export function zoneSetting({ timeZone, isStated }: PageZone): string | undefined {
	return isStated || !isTimeZone(timeZone) ? undefined : `time_zone: ${timeZone}`;
}

/**
 * Returns the zone of the configuration. Without one, it is the zone in which most starts on the page are written: those of
 * its document, otherwise those of its two weeks. Zones with a name take precedence over offsets, which daylight saving
 * changes. UTC if no start has a zone.
 */
export function pageZone(log: LogView, base: string, week: Week | undefined): PageZone {
	const { timeZone, isTimeZoneStated } = log.configuration;
	if (isTimeZoneStated) {
		return { timeZone, isStated: true };
	}
	const own = mostCommonZone(log.inFile(base) ?? []);
	return { timeZone: own ?? (week && zoneOfWeeks(log, week, timeZone)) ?? timeZone, isStated: false };
}

function zoneOfWeeks(log: LogView, week: Week, timeZone: string): string | undefined {
	const { start } = weekBounds(previousWeek(week), timeZone);
	return mostCommonZone(log.incidentsBetween(start, weekBounds(week, timeZone).end));
}

/** Returns the most common zone with a name, otherwise the most common offset; of equally common ones, the first. */
export function mostCommonZone(definitions: readonly Definition[]): string | undefined {
	const counts = new Map<string, number>();
	for (const { startZone } of definitions) {
		if (startZone !== undefined) {
			counts.set(startZone, (counts.get(startZone) ?? 0) + 1);
		}
	}
	const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([zone]) => zone);
	return byCount.find(isTimeZone) ?? byCount[0];
}

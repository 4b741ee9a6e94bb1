import { counted } from '../core/counted.ts';
import { formatDuration } from '../core/time/format.ts';
import type { Durations, Statistics } from './statistics.ts';

/** The number of values that are stated one by one if there are too few for a median. */
const MAX_STATED = 4;

/** "median 1 h 5 min, half of them between 20 min and 3 h", or the values if they are too few: "too few for a median: 5 min, 1 h". */
export function spreadText({ values, spread }: Durations): string {
	if (values.length === 0) {
		return 'no known lengths';
	}
	if (spread === undefined) {
		return `too few for a median: ${values.slice(0, MAX_STATED).map(formatDuration).join(', ')}`;
	}
	const { lowerQuartile, median, upperQuartile } = spread;
	return `median ${formatDuration(median)}, half of them between ${formatDuration(lowerQuartile)} and ${formatDuration(upperQuartile)}`;
}

/** "12 incidents, 2 maintenances and 1 notice". */
export function totalText({ incidents, maintenances, notices }: Statistics): string {
	return [
		counted(incidents, 'incident'),
		...(maintenances === 0 ? [] : [counted(maintenances, 'maintenance')]),
		...(notices === 0 ? [] : [counted(notices, 'notice')]),
	].join(', ');
}

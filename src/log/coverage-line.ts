import { counted } from '../core/counted.ts';
import type { CoverageSummary } from './coverage.ts';

/** One line that states what was understood: "33 records: 31 with a start, 29 with a timeline, 2 rows not read". */
export function coverageLine({ records, understood, notUnderstood, timelineRows }: CoverageSummary): string {
	if (records === 0) {
		return 'No records';
	}
	const parts = [`${understood.start} with a start`, `${understood.timeline} with a timeline`];
	if (timelineRows.notRead > 0) {
		parts.push(`${counted(timelineRows.notRead, 'row')} not read`);
	}
	for (const [aspect, noun] of [
		['start', 'start'],
		['end', 'end'],
		['impact', 'impact'],
	] as const) {
		if (notUnderstood[aspect] > 0) {
			parts.push(`${notUnderstood[aspect]} with an ${noun} that was not understood`.replace('an start', 'a start'));
		}
	}
	return `${counted(records, 'record')}: ${parts.join(', ')}`;
}

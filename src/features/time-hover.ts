import type { Incident, LocatedTime, TimelineEntry } from '../core/incident.ts';
import { startOf } from '../core/incident-times.ts';
import { contains } from '../core/range.ts';
import { formatDay, formatDuration, formatInstant } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import type { LogDocument } from '../parse/model/document.ts';
import type { DocumentContext } from './feature.ts';
import type { HoverText } from './hover-text.ts';
import type { Prose } from './prose.ts';

/** The instant of a written time in the log's zone and in UTC, and its distance from the start of the incident. */
export function timeHover({ document, log }: DocumentContext, offset: number, prose: Prose): HoverText | undefined {
	const found = timesOf(document).find(({ time }) => contains(time.range, offset));
	if (!found?.time.reading.ok) {
		return undefined;
	}
	const { reading, range } = found.time;
	if (reading.precision === 'date') {
		return { text: prose.join([[formatDay(reading.date), 'date without a time of day']]), range };
	}
	const { timeZone } = log.view.configuration;
	const instant = reading.earliestMs;
	const local = formatInstant(instant, timeZone);
	const utc = timeZone === 'UTC' ? [] : [formatInstant(instant, 'UTC')];
	return {
		text: prose.join([[(reading.isApproximate ? 'about ' : '') + local, ...utc], since(found, instant)]),
		range,
	};
}

function since({ time, incident }: FoundTime, instant: number): string[] {
	const start = incident && startOf(incident);
	if (start === undefined || !start.reading.ok || start.reading.precision === 'date' || start.range === time.range) {
		return [];
	}
	const minutes = (instant - start.reading.earliestMs) / MINUTE;
	return [`${formatDuration(Math.abs(minutes))} ${minutes < 0 ? 'before' : 'after'} the start`];
}

interface FoundTime {
	readonly time: LocatedTime;
	/** The incident that the time belongs to. */
	readonly incident: Incident | undefined;
}

function timesOf({ incidents, postmortem }: LogDocument): FoundTime[] {
	const entries = (list: readonly TimelineEntry[]) => list.flatMap(({ at }) => at ?? []);
	const dues = (list: readonly { readonly due: LocatedTime | undefined }[]) => list.flatMap(({ due }) => due ?? []);
	return [
		...incidents.flatMap(incident =>
			[
				...incident.times.values(),
				...entries(incident.updates),
				...entries(incident.timeline),
				...dues(incident.actionItems),
			].map(time => ({ time, incident })),
		),
		...[...entries(postmortem?.timeline ?? []), ...dues(postmortem?.actionItems ?? [])].map(time => ({
			time,
			incident: undefined,
		})),
	];
}

import type { InlayHintRequest } from 'vscode-languageserver-protocol';
import type { InlayHint } from 'vscode-languageserver-types';
import type { Incident, LocatedTime, TimelineEntry } from '../core/incident.ts';
import { endOf, startOf } from '../core/incident-times.ts';
import { dateAt, formatClock, formatDuration, formatInstant, weekdayName } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import { documentFeature } from './feature.ts';
import { fromLspRange } from './positions.ts';

/** What a hint states, in the `data` of the hint: clients can show some of them. */
export type HintKind = 'weekday' | 'localTime' | 'duration' | 'sinceStart';

interface Hint {
	readonly kind: HintKind;
	readonly time: LocatedTime;
	readonly text: string;
}

/** The weekday of a start, a time of another zone in that of the log, the duration, and minutes since the start. */
export const inlayHints = documentFeature<typeof InlayHintRequest>({
	method: 'textDocument/inlayHint',
	capabilities: { inlayHintProvider: { resolveProvider: false } },
	emptyResult: [],
	handle: ({ document, log }, { range }): InlayHint[] => {
		const { start, end } = fromLspRange(document, range);
		const { timeZone } = log.configuration;
		return document.incidents
			.filter(({ source }) => source === 'record')
			.flatMap(incident => hintsOf(incident, timeZone))
			.filter(({ time }) => start <= time.range.end && time.range.end <= end)
			.sort((one, other) => one.time.range.end - other.time.range.end)
			.map(({ kind, time, text }) => ({
				position: document.lines.positionAt(quoteEnd(document.text, time.range.end)),
				label: text,
				paddingLeft: true,
				data: { kind },
			}));
	},
});

function hintsOf(incident: Incident, timeZone: string): Hint[] {
	const [start, end] = [startOf(incident), endOf(incident)];
	const began = instantOf(start);
	const entries = (list: readonly TimelineEntry[]) =>
		list.filter(({ isProse }) => !isProse).flatMap(({ at }) => at ?? []);
	const moments = [...incident.times.values()].filter(time => time !== start && time !== end);
	const hints: Hint[] = [];
	for (const time of incident.times.values()) {
		hints.push(...localHint(time, timeZone));
	}
	if (start && began !== undefined) {
		hints.unshift({ kind: 'weekday', time: start, text: weekdayName(dateAt(began, timeZone).dayOfWeek) });
		const ended = instantOf(end);
		if (end && ended !== undefined && ended >= began) {
			hints.push({ kind: 'duration', time: end, text: formatDuration((ended - began) / MINUTE) });
		}
		for (const time of [...moments, ...entries(incident.updates), ...entries(incident.timeline)]) {
			const instant = instantOf(time);
			if (instant !== undefined) {
				const minutes = (instant - began) / MINUTE;
				hints.push({
					kind: 'sinceStart',
					time,
					text: `${minutes < 0 ? '−' : '+'}${formatDuration(Math.abs(minutes))}`,
				});
			}
		}
	}
	return hints;
}

/** The time in the zone of the log, if it is written in another one. */
function localHint(time: LocatedTime, timeZone: string): Hint[] {
	const { reading } = time;
	const instant = instantOf(time);
	if (instant === undefined || !reading.ok || reading.timeZone === timeZone) {
		return [];
	}
	const isSame =
		reading.date.equals(dateAt(instant, timeZone)) &&
		reading.time?.toString({ smallestUnit: 'minute' }) === formatClock(instant, timeZone);
	return isSame ? [] : [{ kind: 'localTime', time, text: formatInstant(instant, timeZone) }];
}

/** In milliseconds; undefined for a date without a time, and for an unreadable time. */
function instantOf(time: LocatedTime | undefined): number | undefined {
	return time?.reading.ok && time.reading.precision !== 'date' ? time.reading.earliestMs : undefined;
}

function quoteEnd(text: string, end: number): number {
	return text[end] === '"' || text[end] === "'" ? end + 1 : end;
}

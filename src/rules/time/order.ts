import { Temporal } from 'temporal-polyfill';
import type { Incident, LocatedTime, TimeField } from '../../core/incident.ts';
import type { Fix } from '../../core/text-edit.ts';
import { formatDuration } from '../../core/time/format.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { fieldName } from '../support/field-name.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { otherTimes } from './support/other-times.ts';

/**
 * Fields in the order in which they come to pass. When it is declared an incident is anybody's choice: it may be over by
 * then.
 */
const ORDERS: readonly (readonly TimeField[])[] = [
	['started_at', 'detected_at', 'acknowledged_at', 'mitigated_at', 'resolved_at'],
	['started_at', 'declared_at'],
	['scheduled_for', 'scheduled_until'],
];

/** In milliseconds: no zone is farther from UTC than Kiribati, 14 hours. */
const LARGEST_OFFSET = 14 * 3_600_000;

interface Moment {
	readonly field: TimeField;
	readonly at: LocatedTime;
	readonly reading: WrittenTime;
}

export const order: Rule = {
	code: 'time/order',
	title: 'An incident starts before it is detected, acknowledged, mitigated and resolved',
	rationale: dedent`
		Every figure that is ever made of a record (how long until it was noticed, how long it took) rests on this order.
		Days and minutes are compared with the room that they leave: an incident of 26 August may be resolved on 26 August.
		\`scheduled_for\` comes before \`scheduled_until\`, and \`declared_at\` does not lie before the start.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Declared when it was over already',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				declared_at: 2024-08-26T09:30:00-04:00
				resolved_at: 2024-08-26T09:05:00-04:00
			`,
		},
		{
			caption: 'Times in several zones, in order',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				detected_at: 2024-08-26T09:41:00Z
				resolved_at: 2024-08-26T11:05:00+01:00
			`,
		},
		{
			caption: 'A day and a time on it',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26
			`,
		},
	],
	invalid: [
		{
			caption: 'Resolved before it started; the timeline knows better',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: «2024-08-26T04:35:00-04:00»
				timeline:
				  - { at: 2024-08-26T05:41:00-04:00, text: Alert fires }
				  - { at: 2024-08-26T06:35:00-04:00, text: The last upload has gone through }
			`,
			message: '`resolved_at` is 55 min before `started_at`; expected a time after `2024-08-26T05:30:00-04:00`',
			fixed: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: 2024-08-26T06:35:00-04:00
				timeline:
				  - { at: 2024-08-26T05:41:00-04:00, text: Alert fires }
				  - { at: 2024-08-26T06:35:00-04:00, text: The last upload has gone through }
			`,
		},
		{
			caption: 'Over midnight',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T23:30:00Z
				resolved_at: «2024-08-26T00:35:00Z»
			`,
			message: '`resolved_at` is 22 h 55 min before `started_at`; expected a time after `2024-08-26T23:30:00Z`',
			fixed: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T23:30:00Z
				resolved_at: 2024-08-27T00:35:00Z
			`,
		},
		{
			caption: 'One time out of five, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-uploads.md
				---
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				detected_at: 2024-08-26T05:41:00-04:00
				acknowledged_at: «2024-08-26T05:35:00-04:00»
				mitigated_at: 2024-08-26T08:40:00-04:00
				resolved_at: 2024-08-26T09:05:00-04:00
				---

				The store for uploads was full.
			`,
			message: '`acknowledged_at` is 6 min before `detected_at`; expected a time after `2024-08-26T05:41:00-04:00`',
		},
	],
	*check({ document, log }) {
		for (const incident of document.incidents) {
			const told = new Set<LocatedTime>();
			for (const fields of ORDERS) {
				for (const [later, earlier] of outOfOrder(momentsOf(incident, fields))) {
					if (!told.has(later.at) && !told.has(earlier.at)) {
						const fixes = fixesOf(later, earlier, incident, log.configuration.timeZone);
						yield { ...report(later, earlier, document), fixes };
						told.add(later.at).add(earlier.at);
					}
				}
			}
		}
	},
};

function momentsOf({ times }: Incident, fields: readonly TimeField[]): readonly Moment[] {
	return fields.flatMap(field => {
		const at = times.get(field);
		return at?.reading.ok ? [{ field, at, reading: at.reading }] : [];
	});
}

/**
 * Each moment is held against the latest before it. After a fault the moment that is out of order counts, so that one
 * wrong value gives one finding, be it too early or too late.
 */
function* outOfOrder(moments: readonly Moment[]): Iterable<readonly [later: Moment, earlier: Moment]> {
	let latest: Moment | undefined;
	for (const moment of moments) {
		if (latest && isBefore(moment, latest)) {
			yield [moment, latest];
			latest = moment;
		} else if (!latest || moment.reading.earliestMs > latest.reading.earliestMs) {
			latest = moment;
		}
	}
}

/** Certainly before: the last instant that the one can mean lies before the first of the other. */
function isBefore({ field, reading: later }: Moment, { reading: earlier }: Moment): boolean {
	const apart = later.latestMs - earlier.earliestMs;
	if (hasOffset(later) !== hasOffset(earlier)) {
		// An offset that is missing is reported as such, and may be any.
		return apart < -LARGEST_OFFSET;
	}
	if (later.precision === 'date' || earlier.precision === 'date') {
		// A day is a day of the place where the incident was, which need not be in the log's zone.
		return apart < 0 && Temporal.PlainDate.compare(later.date, earlier.date) < 0;
	}
	// Work that is planned to end as it begins is no plan.
	return field === 'scheduled_until' ? apart <= 0 : apart < 0;
}

function hasOffset({ precision, zone, zoneImplied }: WrittenTime): boolean {
	return precision === 'date' || zone !== undefined || zoneImplied === true;
}

function report(later: Moment, earlier: Moment, document: LogDocument): Report {
	const { precision, earliest, latest } = later.reading;
	const end = precision === 'date' ? latest : earliest;
	const minutes = Math.round((earlier.reading.earliestMs - end.epochMilliseconds) / 60_000);
	const isSame = earlier.reading.earliest.equals(earliest);
	const distance = isSame ? 'at the same time as' : `${formatDuration(Math.max(1, minutes))} before`;
	const [laterName, earlierName] = [later, earlier].map(({ field }) => quoted(fieldName(document, field)));
	return {
		range: later.at.range,
		message: `${laterName} is ${distance} ${earlierName}; expected a time after ${quoted(earlier.reading.text)}`,
		related: [{ uri: document.uri, range: earlier.at.range, message: `${earlierName} is here` }],
		data: { field: later.field, before: earlier.field },
	};
}

/** A time that stands elsewhere in the record, the day after, the other year; and the two in each other's place. */
function fixesOf(later: Moment, earlier: Moment, incident: Incident, timeZone: string): readonly Fix[] {
	const meant = otherTimes(incident, later.reading, earlier.reading, timeZone);
	const isSame = earlier.reading.earliest.equals(later.reading.earliest);
	// A headline has a grammar of its own.
	const canSwap = !isSame && (incident.source === 'record' || earlier.field !== 'started_at');
	return [...meant.map(text => write(later.at.range, text, 'suggested')), ...(canSwap ? [swap(later, earlier)] : [])];
}

function swap(one: Moment, other: Moment): Fix {
	return {
		title: `Swap ${quoted(other.field)} and ${quoted(one.field)}`,
		edits: [
			{ range: one.at.range, newText: other.reading.text },
			{ range: other.at.range, newText: one.reading.text },
		],
		safe: false,
	};
}

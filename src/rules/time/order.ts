import { Temporal } from 'temporal-polyfill';
import type { Incident, LocatedTime, TimeField } from '../../core/incident.ts';
import type { Fix } from '../../core/text-edit.ts';
import { formatDuration } from '../../core/time/format.ts';
import { HOUR, MINUTE } from '../../core/time/units.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { recordsOf } from '../../parse/model/records-of.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { fieldName } from '../support/field-name.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { otherTimes } from './support/other-times.ts';

/** Fields in chronological order. An incident can be declared at any time after its start, even after its end. */
const ORDERS: readonly (readonly TimeField[])[] = [
	['started_at', 'detected_at', 'acknowledged_at', 'mitigated_at', 'resolved_at'],
	['started_at', 'declared_at'],
	['scheduled_for', 'scheduled_until'],
];

/** In milliseconds. The largest UTC offset is that of Kiribati, 14 hours. */
const MAX_OFFSET = 14 * HOUR;

interface Moment {
	readonly field: TimeField;
	readonly at: LocatedTime;
	readonly reading: WrittenTime;
}

export const order: Rule = {
	code: 'time/order',
	title: 'Times out of order',
	rationale: dedent`
		Statistics such as the time to detection and the time to resolution depend on this order. An incident starts
		before it is detected, acknowledged, mitigated and resolved; \`declared_at\` is not before the start, and
		\`scheduled_for\` is before \`scheduled_until\`. Times are reported only if they are certainly out of order: an
		incident of 26 August may be resolved on 26 August.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Declared after the end',
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
			caption: 'A time, and a day without a time',
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
			caption: 'Resolved before the start, with a likely end in the timeline',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: «2024-08-26T04:35:00-04:00»
				timeline:
				  - { at: 2024-08-26T05:41:00-04:00, text: Alert fires }
				  - { at: 2024-08-26T06:35:00-04:00, text: The last upload has gone through }
			`,
			message:
				'Times out of order: `resolved_at` is 55 min before `started_at`. Expected a time after `2024-08-26T05:30:00-04:00`.',
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
			caption: 'An incident over midnight, with the date of the start',
			text: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T23:30:00Z
				resolved_at: «2024-08-26T00:35:00Z»
			`,
			message:
				'Times out of order: `resolved_at` is 22 h 55 min before `started_at`. Expected a time after `2024-08-26T23:30:00Z`.',
			fixed: dedent`
				title: Uploads failed
				impact: minor
				started_at: 2024-08-26T23:30:00Z
				resolved_at: 2024-08-27T00:35:00Z
			`,
		},
		{
			caption: 'One of five times, in front matter',
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
			message:
				'Times out of order: `acknowledged_at` is 6 min before `detected_at`. Expected a time after `2024-08-26T05:41:00-04:00`.',
		},
	],
	*check({ document, log }) {
		for (const incident of recordsOf(document)) {
			const reported = new Set<LocatedTime>();
			for (const fields of ORDERS) {
				for (const [later, earlier] of outOfOrder(momentsOf(incident, fields))) {
					if (!reported.has(later.at) && !reported.has(earlier.at)) {
						const fixes = fixesOf(later, earlier, incident, log.configuration.timeZone);
						yield { ...report(later, earlier, document), fixes };
						reported.add(later.at).add(earlier.at);
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
 * Compares each moment with the latest before it. After a fault, the moment that is out of order is the new reference, so
 * that one wrong value gives one finding whether it is too early or too late.
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

/** Returns true if `later` is certainly before `earlier`: its last possible instant is before the first of the other. */
function isBefore({ field, reading: later }: Moment, { reading: earlier }: Moment): boolean {
	const difference = later.latestMs - earlier.earliestMs;
	if (hasOffset(later) !== hasOffset(earlier)) {
		// `time/offset-missing` reports a missing offset. Here it may be any offset.
		return difference < -MAX_OFFSET;
	}
	if (later.precision === 'date' || earlier.precision === 'date') {
		// A day is in the zone of the incident, which may differ from the log's zone.
		return difference < 0 && Temporal.PlainDate.compare(later.date, earlier.date) < 0;
	}
	// A scheduled window must not be empty.
	return field === 'scheduled_until' ? difference <= 0 : difference < 0;
}

function hasOffset({ precision, zone, zoneImplied }: WrittenTime): boolean {
	return precision === 'date' || zone !== undefined || zoneImplied === true;
}

function report(later: Moment, earlier: Moment, document: LogDocument): Report {
	const { precision, earliest, latest } = later.reading;
	const end = precision === 'date' ? latest : earliest;
	const minutes = Math.round((earlier.reading.earliestMs - end.epochMilliseconds) / MINUTE);
	const isSame = earlier.reading.earliest.equals(earliest);
	const distance = isSame ? 'at the same time as' : `${formatDuration(Math.max(1, minutes))} before`;
	const [laterName, earlierName] = [later, earlier].map(({ field }) => quoted(fieldName(document, field)));
	return {
		range: later.at.range,
		message: `Times out of order: ${laterName} is ${distance} ${earlierName}. Expected a time after ${quoted(earlier.reading.text)}.`,
		related: [{ uri: document.uri, range: earlier.at.range, message: `Value of ${earlierName}` }],
		data: { field: later.field, before: earlier.field },
	};
}

/** Suggests likely corrections from `otherTimes`, then swapping the two times. */
function fixesOf(later: Moment, earlier: Moment, incident: Incident, timeZone: string): readonly Fix[] {
	const corrections = otherTimes(incident, later.reading, earlier.reading, timeZone);
	const isSame = earlier.reading.earliest.equals(later.reading.earliest);
	// The start of an entry is in a headline, which has its own syntax.
	const canSwap = !isSame && (incident.source === 'record' || earlier.field !== 'started_at');
	return [
		...corrections.map(text => write(later.at.range, text, 'suggested')),
		...(canSwap ? [swap(later, earlier)] : []),
	];
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

import type { MergedIncident } from '../bulletin/merged-incident.ts';
import { instantOf } from '../bulletin/record/moments.ts';
import { compareText } from '../core/compare-text.ts';
import type { ActionItem, TimeField } from '../core/incident.ts';
import { dateAt } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import { previousWeek, weekEndingOn, weekOf } from '../core/week.ts';
import type { Log } from '../log/log.ts';
import type { SitePlan } from './site-plan.ts';
import { type Spread, spreadOf } from './spread.ts';

/** Durations in minutes, sorted. */
export interface Durations {
	readonly values: readonly number[];
	readonly spread: Spread | undefined;
}

export interface LevelStatistics extends Durations {
	/** A level of the log, or undefined for incidents without a known one. */
	readonly level: string | undefined;
	readonly rank: number | undefined;
	readonly count: number;
}

export interface WeekCount {
	/** ISO date of its last day. */
	readonly endsOn: string;
	/** The number of incidents by rank of their level; the last one is without a known level. */
	readonly counts: readonly number[];
}

/** The time between two moments of incidents that state both. */
export interface PhaseDurations extends Durations {
	readonly from: string;
	readonly to: string;
}

export interface OverdueItem {
	readonly title: string;
	readonly owner: string | undefined;
	readonly due: string;
	readonly uri: string;
	/** The title of its record. */
	readonly record: string;
}

export interface Statistics {
	readonly incidents: number;
	readonly maintenances: number;
	readonly notices: number;
	/** ISO dates of the first and last incident. */
	readonly first: string | undefined;
	readonly last: string | undefined;
	/** Least first, then those without a known level. Only levels with incidents. */
	readonly levels: readonly LevelStatistics[];
	/** The weeks up to the current one, oldest first. */
	readonly weeks: readonly WeekCount[];
	readonly intervals: readonly PhaseDurations[];
	/** Most incidents first. */
	readonly components: readonly { readonly title: string; readonly count: number; readonly last: string }[];
	readonly actionItems: {
		readonly total: number;
		readonly open: number;
		readonly done: number;
		readonly overdue: readonly OverdueItem[];
	};
}

/** The number of weeks in `weeks`. */
const MAX_WEEKS = 52;

const INTERVALS: readonly (readonly [TimeField, string, TimeField, string])[] = [
	['started_at', 'started', 'detected_at', 'detected'],
	['detected_at', 'detected', 'acknowledged_at', 'acknowledged'],
	['detected_at', 'detected', 'mitigated_at', 'mitigated'],
	['started_at', 'started', 'mitigated_at', 'mitigated'],
	['mitigated_at', 'mitigated', 'resolved_at', 'resolved'],
	['started_at', 'started', 'resolved_at', 'resolved'],
];

/** Computes the statistics of a log. Levels, durations and weeks count incidents, and no maintenances and notices. */
export function statisticsOf(log: Log, plan: SitePlan): Statistics {
	const incidents = plan.incidents.filter(({ kind }) => kind === 'incident');
	return {
		incidents: incidents.length,
		maintenances: plan.incidents.filter(({ kind }) => kind === 'maintenance').length,
		notices: plan.incidents.filter(({ kind }) => kind === 'notice').length,
		first: incidents.at(-1)?.date,
		last: incidents[0]?.date,
		levels: levelsOf(incidents, log),
		weeks: weeksOf(incidents, log, plan.timeZone),
		intervals: intervalsOf(incidents, log, plan.timeZone),
		components: componentsOf(incidents, log),
		actionItems: actionItemsOf(log, plan.timeZone),
	};
}

function rankOf({ impact }: MergedIncident, { configuration }: Log): number | undefined {
	const level = impact === undefined ? undefined : configuration.impact.levelOf(impact);
	return level === undefined ? undefined : configuration.impact.levels.indexOf(level);
}

function durations(unsorted: readonly number[]): Durations {
	const values = [...unsorted].sort((one, other) => one - other);
	return { values, spread: spreadOf(values) };
}

function levelsOf(incidents: readonly MergedIncident[], log: Log): readonly LevelStatistics[] {
	const { levels } = log.configuration.impact;
	const ranks = [...levels.map((level, rank) => ({ level, rank })), { level: undefined, rank: undefined }];
	return ranks.flatMap(({ level, rank }) => {
		const ofLevel = incidents.filter(incident => rankOf(incident, log) === rank);
		const lengths = ofLevel.flatMap(({ ending, isDateOnly, start, end }) =>
			(ending === 'stated' || ending === 'inferred') && !isDateOnly ? [(end - start) / MINUTE] : [],
		);
		return ofLevel.length === 0 ? [] : [{ level, rank, count: ofLevel.length, ...durations(lengths) }];
	});
}

function weeksOf(incidents: readonly MergedIncident[], log: Log, timeZone: string): readonly WeekCount[] {
	const { weekEndsOn, impact } = log.configuration;
	const counts = new Map<string, number[]>();
	for (const incident of incidents) {
		const endsOn = weekOf(incident.date, weekEndsOn).last.toString();
		const ofWeek = counts.get(endsOn) ?? Array.from({ length: impact.levels.length + 1 }, () => 0);
		const at = rankOf(incident, log) ?? impact.levels.length;
		ofWeek[at] = (ofWeek[at] ?? 0) + 1;
		counts.set(endsOn, ofWeek);
	}
	const weeks: WeekCount[] = [];
	const withIncidents = [...counts.keys()].sort(compareText);
	const [first, last] = [withIncidents[0], withIncidents.at(-1)];
	const today = dateAt(log.view.now().epochMilliseconds, timeZone);
	// A log without a recent incident ends with its last one: a year without a bar shows nothing.
	const isRecent = last !== undefined && last >= today.subtract({ weeks: MAX_WEEKS }).toString();
	let week = last === undefined || isRecent ? weekOf(today, weekEndsOn) : weekEndingOn(last);
	while (first !== undefined && weeks.length < MAX_WEEKS && week.last.toString() >= first) {
		const endsOn = week.last.toString();
		weeks.push({ endsOn, counts: counts.get(endsOn) ?? Array.from({ length: impact.levels.length + 1 }, () => 0) });
		week = previousWeek(weekEndingOn(endsOn));
	}
	return weeks.reverse();
}

function intervalsOf(incidents: readonly MergedIncident[], log: Log, timeZone: string): readonly PhaseDurations[] {
	const times = incidents.map(({ definitions }) => {
		const [record] = definitions;
		const document = record && log.document(record.uri);
		const facts = document?.incidents.find(({ id }) => id === record?.id) ?? document?.postmortem;
		return (field: TimeField) => {
			const at = facts?.times.get(field);
			const instant = at && instantOf(at, timeZone);
			return instant === undefined || instant.isDateOnly ? undefined : instant.instant;
		};
	});
	return INTERVALS.flatMap(([fromField, from, toField, to]) => {
		const lengths = times.flatMap(timeOf => {
			const [start, end] = [timeOf(fromField), timeOf(toField)];
			return start === undefined || end === undefined || end < start ? [] : [(end - start) / MINUTE];
		});
		return lengths.length === 0 ? [] : [{ from, to, ...durations(lengths) }];
	});
}

function componentsOf(incidents: readonly MergedIncident[], { configuration }: Log): Statistics['components'] {
	const found = new Map<string, { count: number; last: string }>();
	for (const { definitions, date } of incidents) {
		for (const id of new Set(definitions.flatMap(({ components }) => components))) {
			const title = configuration.components.get(id)?.title ?? id;
			const { count, last } = found.get(title) ?? { count: 0, last: date };
			found.set(title, { count: count + 1, last: last > date ? last : date });
		}
	}
	return [...found]
		.map(([title, rest]) => ({ title, ...rest }))
		.sort((one, other) => other.count - one.count || compareText(one.title, other.title));
}

function actionItemsOf(log: Log, timeZone: string): Statistics['actionItems'] {
	const { vocabulary } = log.configuration;
	const today = dateAt(log.view.now().epochMilliseconds, timeZone).toString();
	let [total, open, done] = [0, 0, 0];
	const overdue: OverdueItem[] = [];
	for (const { uri } of log.documents()) {
		const { incidents = [], postmortem } = log.document(uri) ?? {};
		for (const facts of [...incidents, ...(postmortem ? [postmortem] : [])]) {
			for (const item of facts.actionItems) {
				const state = item.status === undefined ? 'open' : vocabulary.itemState(item.status.value);
				total++;
				done += state === 'done' ? 1 : 0;
				open += state === 'open' || state === 'in_progress' ? 1 : 0;
				const due = dueOf(item);
				if (due !== undefined && due < today && (state === 'open' || state === 'in_progress')) {
					const title = item.title?.value ?? '';
					overdue.push({ title, owner: item.owner?.value, due, uri, record: facts.title?.value ?? facts.id });
				}
			}
		}
	}
	overdue.sort((one, other) => compareText(one.due, other.due) || compareText(one.uri, other.uri));
	return { total, open, done, overdue };
}

/** Returns the due date of an item, in the zone that it is written in. */
function dueOf({ due }: ActionItem): string | undefined {
	return due?.reading.ok ? due.reading.date.toString() : undefined;
}

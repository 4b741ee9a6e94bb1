import { DAY } from '../../core/time/units.ts';
import type { ListedIncident } from '../../server/protocol.ts';

/** Incidents under one heading of the view. */
export interface IncidentGroup {
	/** Stable while incidents change: `open`, the last day of a week, or `undated`. */
	readonly id: string;
	readonly label: string;
	readonly incidents: readonly ListedIncident[];
	/** Whether it is shown with its incidents at first. */
	readonly isExpanded: boolean;
}

/** Number of weeks that are expanded at first: those of the picture in a bulletin. */
const EXPANDED_WEEKS = 2;
/** Open incidents, then the others by week, the newest first. `incidents` are sorted newest first. */
export function groupsOf(incidents: readonly ListedIncident[]): readonly IncidentGroup[] {
	const open = incidents.filter(({ isOpen }) => isOpen);
	const weeks = new Map<string, ListedIncident[]>();
	for (const incident of incidents.filter(({ isOpen }) => !isOpen)) {
		const week = incident.week ?? '';
		const ofWeek = weeks.get(week) ?? [];
		ofWeek.push(incident);
		weeks.set(week, ofWeek);
	}
	const undated = weeks.get('') ?? [];
	weeks.delete('');
	const group = (
		id: string,
		label: string,
		incidents: readonly ListedIncident[],
		isExpanded: boolean,
	): IncidentGroup[] => (incidents.length === 0 ? [] : [{ id, label, incidents, isExpanded }]);
	return [
		...group('open', 'Open', open, true),
		...[...weeks]
			.toSorted(([one], [other]) => (one < other ? 1 : -1))
			.flatMap(([week, ofWeek], index) => group(week, weekLabel(week), ofWeek, index < EXPANDED_WEEKS)),
		...group('undated', 'Without a Date', undated, false),
	];
}

/** Returns the incidents whose title, id, impact or date contains every word of a filter. */
export function filtered(incidents: readonly ListedIncident[], filter: string): readonly ListedIncident[] {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	return incidents.filter(({ title, id, impact, date }) => {
		const text = `${title} ${id} ${impact ?? ''} ${date ?? ''}`.toLowerCase();
		return words.every(word => text.includes(word));
	});
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone: 'UTC' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const fullDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "25 – 31 August 2024", "28 July – 3 August 2024". `lastDay` is an ISO date. */
function weekLabel(lastDay: string): string {
	const last = new Date(`${lastDay}T00:00:00Z`);
	const first = new Date(last.getTime() - 6 * DAY);
	const format =
		first.getUTCFullYear() !== last.getUTCFullYear()
			? fullDate
			: first.getUTCMonth() !== last.getUTCMonth()
				? dayAndMonth
				: day;
	return `${format.format(first)} – ${fullDate.format(last)}`;
}

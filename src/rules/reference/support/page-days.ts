import type { Incident } from '../../../core/incident.ts';
import { findDate } from '../../../parse/english/days.ts';
import type { LogDocument } from '../../../parse/model/document.ts';

/**
 * Whether a page describes a day itself: in a section with the date in its heading, in its timeline, or between its own
 * first and last time. `date` is an ISO date.
 */
export function describesDay(document: LogDocument, date: string): boolean {
	const { incidents, postmortem, body, text } = document;
	const records = [...incidents.filter(({ source }) => source === 'record'), ...(postmortem ? [postmortem] : [])];
	if (records.some(record => coversDay(record, date))) {
		return true;
	}
	const [, month, day] = date.split('-').map(Number);
	return (body?.sections ?? []).some(({ title }) => {
		const written = findDate(text, title.range);
		const isSameYear = written?.year === undefined || written.year === Number(date.slice(0, 4));
		return written !== undefined && isSameYear && written.month === month && written.day === day;
	});
}

function coversDay(
	{ times, timeline, nameDay }: Pick<Incident, 'times' | 'timeline' | 'nameDay'>,
	date: string,
): boolean {
	const isoDays = (found: Iterable<Incident['timeline'][number]['at']>) =>
		[...found].flatMap(time => (time?.reading.ok ? [time.reading.date.toString()] : []));
	const days = isoDays(times.values()).sort();
	const [first = nameDay, last = first] = [days[0], days.at(-1)];
	const isWithin = first !== undefined && last !== undefined && first <= date && date <= last;
	return isWithin || isoDays(timeline.map(({ at }) => at)).includes(date);
}

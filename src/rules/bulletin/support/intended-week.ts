import { WEEKDAYS } from '../../../core/configuration.ts';
import { previousWeek, type Week, weekOf } from '../../../core/week.ts';
import type { Bulletin } from '../../../parse/model/document.ts';
import type { LogView } from '../../log-view.ts';

/**
 * Returns the week that a bulletin probably describes if its date is not the last day of a week: the week whose last day
 * is nearest. Returns undefined if the date is correct, or if the configuration does not state `week_ends_on` and no
 * bulletin of the log has the last day of this week, of the previous or of the next one as its date.
 */
export function intendedWeek({ date }: Bulletin, log: LogView): Week | undefined {
	const { weekEndsOn, isWeekEndStated } = log.configuration;
	if (!date || date.value.dayOfWeek === WEEKDAYS.indexOf(weekEndsOn) + 1) {
		return undefined;
	}
	const week = weekOf(date.value, weekEndsOn);
	const nearest = date.value.until(week.last).days > 3 ? previousWeek(week) : week;
	const isCustomary = [-7, 0, 7].some(days => log.bulletinsOf(nearest.last.add({ days }).toString()).length > 0);
	return isWeekEndStated || isCustomary ? nearest : undefined;
}

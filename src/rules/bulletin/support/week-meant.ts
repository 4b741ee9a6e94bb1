import { WEEKDAYS } from '../../../core/configuration.ts';
import { previousWeek, type Week, weekOf } from '../../../core/week.ts';
import type { Bulletin } from '../../../parse/model/document.ts';
import type { LogView } from '../../log-view.ts';

/**
 * The week that a bulletin means whose date is no last day of a week; undefined where the date is one. On which weekday
 * weeks end the configuration says; as long as it says nothing, another bulletin around it does.
 */
export function weekMeant({ date }: Bulletin, log: LogView): Week | undefined {
	const { weekEndsOn, weekEndsOnStated } = log.configuration;
	if (!date || date.value.dayOfWeek === WEEKDAYS.indexOf(weekEndsOn) + 1) {
		return undefined;
	}
	const ahead = weekOf(date.value, weekEndsOn);
	const nearest = date.value.until(ahead.last).days > 3 ? previousWeek(ahead) : ahead;
	const isCustom = [-7, 0, 7].some(days => log.bulletinsOf(nearest.last.add({ days }).toString()).length > 0);
	return weekEndsOnStated || isCustom ? nearest : undefined;
}

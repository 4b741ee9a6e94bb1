import type { BulletinPage } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageDraft, weekTo } from './page-draft.ts';
import { weekText } from './texts.ts';

/**
 * Returns the page of a week without a bulletin, from the records. `endsOn`: ISO date of its last day. `base`: URI that
 * relative links of the page start from. Returns undefined if `endsOn` is not a date.
 */
export function buildWeekPage(
	request: PageRequest & { readonly endsOn: string; readonly base: string },
): BulletinPage | undefined {
	const week = weekTo(request.endsOn);
	if (week === undefined) {
		return undefined;
	}
	const draft = new PageDraft(request, request.base, week);
	const incidents = draft.weeks?.thisWeek ?? [];
	draft.addIncidents(incidents);
	return draft.finish({ over: request.log.configuration.title, text: weekText(week), under: undefined, offset: 0 }, [
		{ type: 'picture', offset: 0 },
		...incidents.flatMap(merged => draft.renderEntry(merged)),
	]);
}

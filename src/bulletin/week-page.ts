import type { BulletinPage } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageDraft, weekTo } from './page-draft.ts';
import { weekText } from './texts.ts';

/**
 * A week of the log that has no bulletin of its own, drawn from records: `endsOn` is the ISO date of its last day, `base`
 * a URI that the page is written as if it stood at. Undefined for what is no date.
 */
export function weekPage(
	request: PageRequest & { readonly endsOn: string; readonly base: string },
): BulletinPage | undefined {
	const week = weekTo(request.endsOn);
	if (week === undefined) {
		return undefined;
	}
	const draft = new PageDraft(request, request.base, week);
	const incidents = draft.weeks?.thisWeek ?? [];
	draft.place(incidents);
	return draft.finish({ over: request.log.configuration.title, text: weekText(week), under: undefined, offset: 0 }, [
		{ type: 'picture', offset: 0 },
		...incidents.flatMap(told => draft.drawn(told)),
	]);
}

import type { LogDocument } from '../parse/model/document.ts';
import { bulletinDocumentPage } from './bulletin-page.ts';
import { defectBlock } from './guard.ts';
import { incidentPage } from './incident-page.ts';
import type { BulletinPage, ChecklistItem } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { postmortemPage } from './postmortem-page.ts';
import { weekPage as drawnWeek } from './week-page.ts';

export type { PageRequest } from './page-context.ts';

/**
 * The page that a document belongs to: of a bulletin its own, of an incident that of its week with the incident first,
 * of a postmortem its text below the week of its incident. Undefined for a configuration, which has none.
 */
export function bulletinPage(request: PageRequest & { readonly document: LogDocument }): BulletinPage | undefined {
	const { document } = request;
	return guardedPage(document.uri, request, () => pageOf(document, request));
}

/**
 * A week of the log that has no bulletin of its own, drawn from records: `endsOn` is the ISO date of its last day, `base`
 * a URI that the page is written as if it stood at. Undefined for what is no date.
 */
export function weekPage(
	request: PageRequest & { readonly endsOn: string; readonly base: string },
): BulletinPage | undefined {
	return guardedPage(request.base, request, () => drawnWeek(request));
}

/** Parts that fail are guarded one by one. Where finding out what is on the page fails, the page says so and no more. */
function guardedPage(
	base: string,
	request: PageRequest,
	draw: () => BulletinPage | undefined,
): BulletinPage | undefined {
	try {
		return draw();
	} catch (error) {
		request.onDefect?.({ error, uri: base, step: 'draw' });
		return {
			title: 'Bulletin',
			heading: { over: request.log.configuration.title, text: 'Bulletin', under: undefined, offset: 0 },
			base,
			from: '',
			to: '',
			picture: undefined,
			blocks: [defectBlock(error, 0)],
			sources: [],
			checklist: [],
		};
	}
}

function pageOf(document: LogDocument, request: PageRequest): BulletinPage | undefined {
	switch (document.kind) {
		case 'bulletin':
			return bulletinDocumentPage(document, request);
		case 'incident':
			return incidentPage(document, request);
		case 'postmortem':
			return postmortemPage(document, request);
		case 'configuration':
			return undefined;
	}
}

/** The same page with what stands between it and publication: the findings of `page.sources`. */
export function withChecklist(page: BulletinPage, checklist: readonly ChecklistItem[]): BulletinPage {
	return { ...page, checklist };
}

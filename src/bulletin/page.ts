import type { LogDocument } from '../parse/model/document.ts';
import { bulletinDocumentPage } from './bulletin-page.ts';
import { defectBlock } from './guard.ts';
import { incidentPage } from './incident-page.ts';
import type { BulletinPage, ChecklistItem } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { postmortemPage } from './postmortem-page.ts';
import { recordPage } from './record/record-page.ts';
import { buildWeekPage } from './week-page.ts';

export type { PageRequest } from './page-context.ts';

/**
 * Returns the page of a document: of a bulletin its own, of an incident its week with the incident first, of a postmortem
 * its text below the week of its incident. Returns undefined for a configuration.
 */
export function bulletinPage(request: PageRequest & { readonly document: LogDocument }): BulletinPage | undefined {
	const { document } = request;
	return guardedPage(document.uri, request, () => pageOf(document, request));
}

/**
 * Returns the page of a document as it is published: of a bulletin its own, of an incident or a postmortem the page of this
 * record. Returns undefined for a configuration.
 */
export function publishedPage(request: PageRequest & { readonly document: LogDocument }): BulletinPage | undefined {
	const { document } = request;
	return guardedPage(document.uri, request, () =>
		document.kind === 'bulletin' ? bulletinDocumentPage(document, request) : recordPage(document, request),
	);
}

/**
 * Returns the page of a week without a bulletin, from the records. `endsOn`: ISO date of its last day. `base`: URI that
 * relative links of the page start from. Returns undefined if `endsOn` is not a date.
 */
export function weekPage(
	request: PageRequest & { readonly endsOn: string; readonly base: string },
): BulletinPage | undefined {
	return guardedPage(request.base, request, () => buildWeekPage(request));
}

/** Replaces a page by a note if collecting its content throws. Parts of the page have their own guards. */
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
			audience: request.audience ?? 'editor',
			title: 'Bulletin',
			heading: { over: request.log.configuration.title, text: 'Bulletin', under: undefined, offset: 0 },
			base,
			from: '',
			to: '',
			zone: { timeZone: request.log.configuration.timeZone, isStated: true },
			lede: undefined,
			language: request.log.configuration.language,
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

/** Returns the page with a checklist: the findings of `page.sources`. */
export function withChecklist(page: BulletinPage, checklist: readonly ChecklistItem[]): BulletinPage {
	return { ...page, checklist };
}

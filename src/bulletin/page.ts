import type { LogDocument } from '../parse/document.ts';
import { bulletinDocumentPage } from './bulletin-page.ts';
import { incidentPage } from './incident-page.ts';
import type { BulletinPage, ChecklistItem } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { postmortemPage } from './postmortem-page.ts';

export type { PageRequest } from './page-context.ts';
export { weekPage } from './week-page.ts';

/**
 * The page that a document belongs to: of a bulletin its own, of an incident that of its week with the incident first,
 * of a postmortem its text below the week of its incident. Undefined for a configuration, which has none.
 */
export function bulletinPage(request: PageRequest & { readonly document: LogDocument }): BulletinPage | undefined {
	const { document } = request;
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

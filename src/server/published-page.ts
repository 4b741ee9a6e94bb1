import { publishedPage, weekPage } from '../bulletin/page.ts';
import { renderStandalone } from '../bulletin/standalone.ts';
import { fileStem } from '../core/uri/file-name.ts';
import type { DocumentContext } from '../features/feature.ts';
import type { OnDefect } from '../log/defect.ts';
import type { Clock } from '../log/environment.ts';
import { publishedRequest } from '../publish/page-request.ts';
import { publicLog } from '../publish/public-log.ts';
import type { PublishedResponse } from './protocol.ts';

/** Returns a document, or the week that ends on an ISO date, as it is published: without internal parts and fields. */
export function publishedPageOf(
	{ document, log }: DocumentContext,
	week: string | undefined,
	clock: Clock,
	onDefect: OnDefect,
): PublishedResponse {
	const { log: open, withheld } = publicLog(log, clock);
	const reason = withheld.find(({ uri }) => uri === document.uri)?.reason;
	if (week === undefined && reason !== undefined) {
		return { refused: `The document is not published (${reason}).` };
	}
	const request = publishedRequest(open, onDefect);
	const bulletin = week === undefined ? undefined : open.view.bulletinsOf(week)[0];
	const published = open.document(bulletin?.uri ?? document.uri);
	const page =
		week !== undefined && bulletin === undefined
			? weekPage({ ...request, endsOn: week, base: `${log.root}/` })
			: published && publishedPage({ ...request, document: published });
	if (page === undefined) {
		return null;
	}
	const name = week ?? fileStem(document.uri);
	return { name: `${name}.html`, html: renderStandalone(page, onDefect) };
}

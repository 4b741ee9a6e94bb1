import type { BulletinPage, ChecklistItem } from '../bulletin/model.ts';
import { bulletinPage, type PageRequest, weekPage, withChecklist } from '../bulletin/page.ts';
import { zoneSetting } from '../bulletin/page-zone.ts';
import { pageParts, renderPage } from '../bulletin/render-page.ts';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import type { DocumentContext } from '../features/feature.ts';
import type { OnDefect } from '../log/defect.ts';
import type { Log } from '../log/log.ts';
import type { PageViews } from './page-views.ts';
import type { PageHead, PageResponse, PageViewParams, PageViewResponse } from './protocol.ts';

/** What a page needs of the session. */
interface PageSession {
	readonly onDefect: OnDefect;
	/** The revision of the log at a root. */
	revision(root: string): number;
}

/** Returns the page of a document, or of another week of its log, with the checklist for publication. */
export function pageOf(context: DocumentContext, week: string | undefined, session: PageSession): PageResponse {
	const { onDefect } = session;
	const page = buildPage(context, week, { onDefect });
	return page === undefined ? null : { ...headOf(page, context, session), html: renderPage(page, onDefect) };
}

/** Like `pageOf`, with the changes since the page that a view shows. */
export function pageViewOf(
	context: DocumentContext,
	{ view, week, known }: PageViewParams,
	session: PageSession & { readonly pageViews: PageViews },
): PageViewResponse {
	const { onDefect } = session;
	const memo = session.pageViews.memoOf(view);
	const page = buildPage(context, week, { onDefect, memo });
	if (page === undefined) {
		return null;
	}
	const { children } = pageParts(page, { onDefect, memo });
	memo.sweep();
	return {
		...headOf(page, context, session),
		source: relativeUri(page.base, page.base),
		errors: page.checklist.filter(({ level }) => level === 'error').length,
		warnings: page.checklist.filter(({ level }) => level === 'warning').length,
		...session.pageViews.update(view, known, children),
	};
}

function headOf(page: BulletinPage, { document, log }: DocumentContext, session: PageSession): PageHead {
	const { title, from, to, base } = page;
	return {
		root: log.root,
		revision: session.revision(log.root),
		title,
		from,
		to,
		base,
		uri: document.uri,
		...(zoneSetting(page.zone) !== undefined && { timeZone: page.zone.timeZone }),
	};
}

function buildPage(
	{ document, log }: DocumentContext,
	week: string | undefined,
	options: Pick<PageRequest, 'onDefect' | 'memo'>,
): BulletinPage | undefined {
	const request = { ...options, log: log.view, documentAt: (uri: string) => log.document(uri) };
	const page = week === undefined ? bulletinPage({ ...request, document }) : pageOfWeek(week);
	return page && withChecklist(page, checklist(page, log));

	function pageOfWeek(endsOn: string): BulletinPage | undefined {
		const [bulletin] = log.view.bulletinsOf(endsOn);
		const bulletinDocument = bulletin && log.document(bulletin.uri);
		return bulletinDocument
			? bulletinPage({ ...request, document: bulletinDocument })
			: weekPage({ ...request, endsOn, base: `${log.root}/` });
	}
}

/**
 * The findings of all sources of the page, without hints: these do not prevent publication. One more item if the zone of the
 * page is only inferred.
 */
function checklist(page: BulletinPage, log: Log): ChecklistItem[] {
	const findings = page.sources.flatMap(uri =>
		log
			.findings(uri)
			.filter(({ level }) => level !== 'hint')
			.map(({ level, code, message, range }) => ({
				level,
				code,
				message,
				uri,
				offset: range.start,
				line: log.text(uri)?.lines.lineAt(range.start) ?? 0,
			})),
	);
	return page.zone.isStated || page.picture === undefined ? findings : [...findings, zoneItem(page, log)];
}

function zoneItem({ zone, base, picture }: BulletinPage, log: Log): ChecklistItem {
	const setting = zoneSetting(zone);
	const configuration = log.documents().find(({ kind }) => kind === 'configuration');
	const times = picture?.zoneText ?? zone.timeZone;
	return {
		level: 'info',
		code: 'time_zone',
		message: `No time zone in the configuration. ${times}, as most times are written. Expected \`time_zone\` in \`${CONFIGURATION_FILE}\`.`,
		uri: configuration?.uri ?? base,
		offset: 0,
		line: 0,
		...(setting !== undefined && { action: { name: 'set-time-zone', title: `Write \`${setting}\`` } }),
	};
}

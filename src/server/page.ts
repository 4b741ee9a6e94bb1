import type { BulletinPage, ChecklistItem } from '../bulletin/model.ts';
import { bulletinPage, weekPage, withChecklist } from '../bulletin/page.ts';
import { zoneSetting } from '../bulletin/page-zone.ts';
import { renderPage } from '../bulletin/render-page.ts';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';
import type { DocumentContext } from '../features/feature.ts';
import type { OnDefect } from '../log/defect.ts';
import type { Log } from '../log/log.ts';
import type { PageResponse } from './protocol.ts';

/**
 * Returns the page of a document, or of another week of its log, with the checklist for publication. `revision` is that
 * of the log.
 */
export function pageOf(
	{ document, log }: DocumentContext,
	week: string | undefined,
	revision: number,
	onDefect: OnDefect,
): PageResponse {
	const request = { log: log.view, documentAt: (uri: string) => log.document(uri), onDefect };
	const page = week === undefined ? bulletinPage({ ...request, document }) : pageOfWeek(log, week);
	if (page === undefined) {
		return null;
	}
	const { root } = log;
	const { title, from, to, base } = page;
	return {
		root,
		revision,
		title,
		from,
		to,
		base,
		uri: document.uri,
		...(zoneSetting(page.zone) !== undefined && { timeZone: page.zone.timeZone }),
		html: renderPage(withChecklist(page, checklist(page, log)), onDefect),
	};

	function pageOfWeek({ root }: Log, endsOn: string): BulletinPage | undefined {
		const [bulletin] = log.view.bulletinsOf(endsOn);
		const bulletinDocument = bulletin && log.document(bulletin.uri);
		return bulletinDocument
			? bulletinPage({ ...request, document: bulletinDocument })
			: weekPage({ ...request, endsOn, base: `${root}/` });
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
				line: log.document(uri)?.lines.lineAt(range.start) ?? 0,
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

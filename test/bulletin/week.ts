import type { BulletinPage, Picture, PictureBox } from '../../src/bulletin/model.ts';
import { bulletinPage, publishedPage, weekPage } from '../../src/bulletin/page.ts';
import type { PageRequest } from '../../src/bulletin/page-context.ts';
import { pictureDays } from '../../src/bulletin/texts.ts';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { previousWeek, type Week, weekBounds, weekEndingOn } from '../../src/core/week.ts';
import type { Log } from '../../src/log/log.ts';
import { throwDefect } from '../support/defects.ts';
import { FixtureLog } from '../support/fixture-log.ts';

const ROOT = 'file:///home/somebody/log';

/** Returns the log over the files of a fixture. */
export function logOf(text: string, now?: string): Log {
	const clock = now === undefined ? {} : { clock: { now: () => Date.parse(now) } };
	return new FixtureLog(text, { root: ROOT, rules: [], ...clock });
}

export function uriOf(path: string): string {
	return ROOT + path;
}

/** The page of a file of a log. */
export function pageOf(log: Log, path: string, more: Partial<PageRequest> = {}): BulletinPage {
	const document = log.document(uriOf(path));
	const request = { log: log.view, documentAt: (uri: string) => log.document(uri), onDefect: throwDefect, ...more };
	const page = document && bulletinPage({ ...request, document });
	if (page === undefined) {
		throw new Error(`no page for ${path}`);
	}
	return page;
}

/** The page of a file of a log as it is published. */
export function publishedPageOf(log: Log, path: string, more: Partial<PageRequest> = {}): BulletinPage {
	const document = log.document(uriOf(path));
	const page =
		document &&
		publishedPage({
			log: log.view,
			document,
			documentAt: uri => log.document(uri),
			referencesTo: definition => log.referencesTo(definition),
			audience: 'readers',
			onDefect: throwDefect,
			...more,
		});
	if (page === undefined) {
		throw new Error(`no page for ${path}`);
	}
	return page;
}

export function pageOfWeek(log: Log, endsOn: string): BulletinPage {
	const page = weekPage({
		log: log.view,
		endsOn,
		base: uriOf('/'),
		documentAt: uri => log.document(uri),
		onDefect: throwDefect,
	});
	if (page === undefined) {
		throw new Error(`no week to ${endsOn}`);
	}
	return page;
}

export const HOUR = 3_600_000;
export const ZONE = 'America/New_York';

/** A box that starts so many hours into a week and is so many hours long; without a length it is open for two weeks. */
export function boxAt(
	week: Week,
	startHours: number,
	hours: number | undefined,
	more: Partial<PictureBox> = {},
): PictureBox {
	const start = weekBounds(week, ZONE).start + startHours * HOUR;
	return {
		id: `box-${startHours}-${hours}`,
		title: 'Deployments slow',
		kind: 'incident',
		uri: uriOf('/incidents/a.yaml'),
		offset: 0,
		start,
		end: start + (hours ?? 14 * 24) * HOUR,
		ending: hours === undefined ? 'open' : 'stated',
		certainUntil: undefined,
		mitigated: undefined,
		isPlanned: false,
		isDateOnly: false,
		impact: 'minor',
		impactNote: undefined,
		rank: 1,
		isImpactInferred: false,
		durationText: 'some time',
		startText: '26 August, 05:30 EDT',
		clockText: '05:30',
		sinceText: 'since 24 August',
		href: undefined,
		isCurrent: false,
		...more,
	};
}

/** A picture of the two weeks that end on a date, with boxes in each. */
export function pictureWith(
	endsOn: string,
	boxes: (last: Week, own: Week) => readonly [readonly PictureBox[], readonly PictureBox[]],
	levels: readonly string[] = DEFAULT_CONFIGURATION.impact.levels,
): Picture {
	const own = weekEndingOn(endsOn);
	const last = previousWeek(own);
	const [lastBoxes, ownBoxes] = boxes(last, own);
	const row = (name: string, week: Week, rowBoxes: readonly PictureBox[]) => ({
		name,
		label: week.last.toString(),
		midnights: weekBounds(week, ZONE).midnights,
		days: pictureDays(week),
		boxes: rowBoxes,
	});
	return {
		title: 'Incidents',
		timeZone: ZONE,
		zoneText: 'Times in EDT (New York, UTC−04:00)',
		now: weekBounds(own, ZONE).end,
		nowText: 'As of the end of 31 August 2024',
		levels,
		rows: [row('Last week', last, lastBoxes), row('This week', own, ownBoxes)],
	};
}

import { type MergedIncident, mergeIncidents } from '../bulletin/merged-incident.ts';
import { mostCommonZone } from '../bulletin/page-zone.ts';
import { PublicationMap, weekSource } from '../bulletin/publication.ts';
import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';
import { slug } from '../core/slug.ts';
import { DAY } from '../core/time/units.ts';
import { fileStem } from '../core/uri/file-name.ts';
import { weekEndingOn, weekOf } from '../core/week.ts';
import type { Log } from '../log/log.ts';

/** A page of the site with the content of one source. */
export interface SitePage {
	readonly kind: 'bulletin' | 'week' | 'incident' | 'postmortem';
	/** The key of the page in the publication map: the URI of a document, or `weekSource`. */
	readonly source: string;
	/** Below the root of the site, percent-encoded. */
	readonly path: string;
	/** ISO date of the last day of the week of a bulletin or a week. */
	readonly endsOn: string | undefined;
}

/** The pages and addresses of a site. */
export interface SitePlan {
	readonly timeZone: string;
	/** Contains the pages, and the overviews of `OVERVIEWS` and `yearSource`. */
	readonly map: PublicationMap;
	readonly pages: readonly SitePage[];
	/** All incidents with a day, newest first. */
	readonly incidents: readonly MergedIncident[];
	/** The definitions of incident records without a day, which are in no week. */
	readonly undated: readonly Definition[];
	/** The years that have a page of their own because the index does not list them, newest first. */
	readonly archivedYears: readonly number[];
	/** Returns the key of the page of the week in which an incident began. */
	weekOf(incident: MergedIncident): string | undefined;
}

/** The keys of pages that are not made of one source. */
export const OVERVIEWS = { index: 'site:index', statistics: 'site:statistics' } as const;

export function yearSource(year: number): string {
	return `site:year:${year}`;
}

/** The number of incidents from which on older years are listed on pages of their own. */
const MAX_INDEX_ROWS = 300;

/** Plans the site of a log as data. The log is that of `publicLog`: all of its documents are published. */
export function planSite(log: Log): SitePlan {
	const documents = [...log.documents()].sort((one, other) => compareText(one.uri, other.uri));
	const definitions = documents.flatMap(({ uri }) => log.view.inFile(uri) ?? []);
	const { timeZone: configured, isTimeZoneStated, weekEndsOn } = log.configuration;
	const timeZone = isTimeZoneStated ? configured : (mostCommonZone(definitions) ?? configured);
	const incidents = [...incidentsOf(log, definitions, timeZone)].reverse();
	const paths = new Paths();
	const pages: SitePage[] = [];
	const bulletinOfDay = new Map<string, string>();
	for (const { uri, facts } of documents) {
		const bulletin = facts.definitions.find(({ kind }) => kind === 'bulletin');
		if (bulletin !== undefined) {
			const endsOn = bulletin.date;
			pages.push({ kind: 'bulletin', source: uri, path: paths.add('weeks', endsOn ?? fileStem(uri)), endsOn });
			for (const day of endsOn === undefined ? [] : daysTo(endsOn)) {
				bulletinOfDay.set(day, bulletinOfDay.get(day) ?? uri);
			}
		}
	}
	const weekEndOf = ({ date }: MergedIncident) => weekOf(date, weekEndsOn).last.toString();
	const weeks = new Set(incidents.filter(({ date }) => !bulletinOfDay.has(date)).map(weekEndOf));
	for (const endsOn of [...weeks].sort(compareText)) {
		pages.push({ kind: 'week', source: weekSource(endsOn), path: paths.add('weeks', endsOn), endsOn });
	}
	for (const { uri, kind, facts } of documents) {
		const definition = facts.definitions.find(each => each.kind === kind);
		if (definition !== undefined && (kind === 'incident' || kind === 'postmortem')) {
			const folder = kind === 'incident' ? 'incidents' : 'postmortems';
			pages.push({ kind, source: uri, path: paths.add(folder, definition.id), endsOn: undefined });
		}
	}
	const dated = new Set(incidents.flatMap(incident => incident.definitions.map(({ uri, id }) => `${uri} ${id}`)));
	const archivedYears = yearsToArchive(incidents);
	const overviews: readonly (readonly [string, string])[] = [
		[OVERVIEWS.index, 'index.html'],
		[OVERVIEWS.statistics, 'statistics.html'],
		...archivedYears.map(year => [yearSource(year), `years/${year}.html`] as const),
	];
	return {
		timeZone,
		pages,
		incidents,
		archivedYears,
		map: new PublicationMap([...overviews, ...pages.map(({ source, path }) => [source, path] as const)]),
		undated: definitions.filter(({ kind, uri, id }) => kind === 'incident' && !dated.has(`${uri} ${id}`)),
		weekOf: incident => bulletinOfDay.get(incident.date) ?? weekSource(weekEndOf(incident)),
	};
}

/** Returns the year in which an incident began. */
export function yearOf({ date }: MergedIncident): number {
	return Number(date.slice(0, 4));
}

/** Returns all incidents, and postmortems that are the only description of one, oldest first. */
function incidentsOf(log: Log, definitions: readonly Definition[], timeZone: string): readonly MergedIncident[] {
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	for (const { date, start } of definitions) {
		const day = date === undefined ? Number.NaN : Date.parse(date);
		for (const instant of [day, start ?? Number.NaN].filter(Number.isFinite)) {
			first = Math.min(first, instant);
			last = Math.max(last, instant);
		}
	}
	return first > last ? [] : mergeIncidents(log.view.incidentsBetween(first - 2 * DAY, last + 2 * DAY), timeZone);
}

/** Years with a page of their own: those before the newest that fill the index. */
function yearsToArchive(incidents: readonly MergedIncident[]): readonly number[] {
	const archived: number[] = [];
	const years = [...new Set(incidents.map(yearOf))];
	let listed = 0;
	for (const year of years) {
		const count = incidents.filter(incident => yearOf(incident) === year).length;
		if (listed > 0 && listed + count > MAX_INDEX_ROWS) {
			archived.push(year);
		}
		listed += count;
	}
	return archived;
}

function daysTo(endsOn: string): readonly string[] {
	const { last } = weekEndingOn(endsOn);
	return [0, 1, 2, 3, 4, 5, 6].map(days => last.subtract({ days }).toString());
}

/** Assigns paths. Equal names get a number: file systems can ignore the case of names. */
class Paths {
	readonly #used = new Set<string>();

	add(folder: string, name: string): string {
		const base = slug(name).slice(0, MAX_NAME) || 'untitled';
		const safe = RESERVED.test(base) ? `${base}-` : base;
		let path = `${folder}/${safe}`;
		for (let n = 2; this.#used.has(path); n++) {
			path = `${folder}/${safe}-${n}`;
		}
		this.#used.add(path);
		return `${folder}/${encodeURIComponent(path.slice(folder.length + 1))}.html`;
	}
}

/** In UTF-16 units: short enough for file systems that limit names to 255 bytes. */
const MAX_NAME = 60;

/** Names of devices on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

import type { Html } from '../bulletin/html.ts';
import type { BulletinPage } from '../bulletin/model.ts';
import { publishedPage, weekPage } from '../bulletin/page.ts';
import type { PageRequest } from '../bulletin/page-context.ts';
import { renderDocument, renderStandalone } from '../bulletin/standalone.ts';
import { contentHash } from '../core/content-hash.ts';
import type { OnDefect } from '../log/defect.ts';
import type { Log } from '../log/log.ts';
import { badge } from './badge.ts';
import { siteFeeds } from './feeds.ts';
import { incidentsJson } from './incidents-json.ts';
import { indexPage, yearPage } from './index-page.ts';
import { PageInputs } from './inputs.ts';
import { linkToFile, Navigation, OUTPUT_NAMES, siteTitle } from './navigation.ts';
import { publishedRequest } from './page-request.ts';
import { OVERVIEWS, planSite, type SitePage, type SitePlan, yearSource } from './site-plan.ts';
import { siteStyles } from './site-styles.ts';
import { sitemap } from './sitemap.ts';
import { statisticsPage } from './statistics-page.ts';

/** A file of a site. */
export interface OutputFile {
	/** Below the root of the site, decoded. */
	readonly path: string;
	/** A hash of everything that the file is made of; undefined for a file that is always made. */
	readonly inputs: string | undefined;
	readonly render: () => string;
}

export interface SiteOptions {
	/** Identifies the program: another version makes all files again. */
	readonly version: string;
	readonly onDefect?: OnDefect;
}

/** Returns the files of the site of a log, in the order of their paths. The log is that of `publicLog`. */
export function siteFiles(log: Log, options: SiteOptions): readonly OutputFile[] {
	const plan = planSite(log);
	const navigation = new Navigation(plan, log.configuration);
	const files = [...pageFiles(log, plan, navigation, options), ...overviewFiles(log, plan, navigation)];
	return [...files, ...dataFiles(log, plan)].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function* pageFiles(log: Log, plan: SitePlan, navigation: Navigation, options: SiteOptions): Generator<OutputFile> {
	const request: PageRequest = { ...publishedRequest(log, options.onDefect), publication: plan.map };
	const inputs = new PageInputs(log, plan);
	const weeks = new Map(
		plan.incidents.flatMap(incident => incident.definitions.map(({ uri }) => [uri, plan.weekOf(incident)] as const)),
	);
	const shared = contentHash(JSON.stringify([options.version, plan.timeZone, settingsOf(log)]));
	for (const page of plan.pages) {
		const links = navigation.of(page.path, page, page.endsOn === undefined ? weeks.get(page.source) : undefined);
		yield {
			path: decodeURIComponent(page.path),
			inputs: inputs.hashOf(page, shared + JSON.stringify(links)),
			render: () => {
				const content = contentOf(page, log, request);
				const stylesheet = linkToFile(page.path, OUTPUT_NAMES.stylesheet);
				return content === undefined
					? ''
					: renderStandalone(content, options.onDefect, { navigation: links, stylesheet });
			},
		};
	}
}

function contentOf(page: SitePage, log: Log, request: PageRequest): BulletinPage | undefined {
	if (page.kind === 'week') {
		return page.endsOn === undefined ? undefined : weekPage({ ...request, endsOn: page.endsOn, base: page.source });
	}
	const document = log.document(page.source);
	return document && publishedPage({ ...request, document });
}

/** The configuration as text. */
function settingsOf({ configuration }: Log): string {
	return JSON.stringify(configuration, (_, value: unknown) =>
		value instanceof Map || value instanceof Set ? [...value] : value,
	);
}

function* overviewFiles(log: Log, plan: SitePlan, navigation: Navigation): Generator<OutputFile> {
	const { configuration } = log;
	const overview = (source: string, name: string | undefined, content: () => Html): OutputFile => {
		const path = plan.map.pathOf(source) ?? '';
		const title = [siteTitle(configuration), name].filter(part => part !== undefined).join(': ');
		return {
			path,
			inputs: undefined,
			render: () =>
				renderDocument(content(), {
					title,
					language: configuration.language,
					navigation: navigation.of(path),
					stylesheet: linkToFile(path, OUTPUT_NAMES.stylesheet),
				}),
		};
	};
	yield overview(OVERVIEWS.index, undefined, () => indexPage(log, plan));
	yield overview(OVERVIEWS.statistics, 'Statistics', () => statisticsPage(log, plan));
	for (const year of plan.archivedYears) {
		yield overview(yearSource(year), String(year), () => yearPage(year, log, plan));
	}
}

function* dataFiles(log: Log, plan: SitePlan): Generator<OutputFile> {
	const file = (path: string, render: () => string): OutputFile => ({ path, inputs: undefined, render });
	const { url } = log.configuration.publishing;
	yield file(OUTPUT_NAMES.stylesheet, () => siteStyles);
	const feeds = siteFeeds(log, plan);
	yield file(OUTPUT_NAMES.atom, () => feeds.atom);
	yield file(OUTPUT_NAMES.json, () => feeds.json);
	yield file(OUTPUT_NAMES.incidents, () => incidentsJson(log, plan));
	yield file(OUTPUT_NAMES.badge, () => badge(log, plan));
	if (url !== undefined) {
		const overviews = [OVERVIEWS.index, OVERVIEWS.statistics, ...plan.archivedYears.map(yearSource)];
		const paths = [
			...overviews.flatMap(source => plan.map.pathOf(source) ?? []),
			...plan.pages.map(({ path }) => path),
		];
		yield file(OUTPUT_NAMES.sitemap, () => sitemap(url, paths));
	}
}

import { Feed } from 'feed';
import { escapeText, withoutControls } from '../bulletin/html.ts';
import { instantOf } from '../bulletin/record/moments.ts';
import { durationPhrase, impactText } from '../bulletin/texts.ts';
import { resolveUri } from '../core/uri/relative-uri.ts';
import { wellFormed } from '../core/well-formed.ts';
import type { Log } from '../log/log.ts';
import { type IncidentRow, incidentRows } from './incident-rows.ts';
import { OUTPUT_NAMES, siteTitle } from './navigation.ts';
import { OVERVIEWS, type SitePlan } from './site-plan.ts';
import { stableId } from './stable-id.ts';

/** The number of incidents in a feed. */
const MAX_ITEMS = 50;

/** Returns the feeds of a site: its newest incidents. Links are absolute if the configuration has the address of the site. */
export function siteFeeds(log: Log, plan: SitePlan): { readonly atom: string; readonly json: string } {
	const { configuration } = log;
	const { url } = configuration.publishing;
	const rows = incidentRows(plan.incidents.slice(0, MAX_ITEMS), OVERVIEWS.index, log, plan);
	const now = log.view.now().epochMilliseconds;
	const absolute = (path: string) => resolveUri(url ?? NO_ADDRESS, path);
	const changes = rows.map(row => changeOf(row, log, now));
	const feedWith = (asText: (text: string) => string) => {
		const feed = new Feed({
			id: stableId([nameOf(log)]),
			title: plain(siteTitle(configuration)),
			language: configuration.language,
			link: absolute('index.html'),
			updated: new Date(Math.max(0, ...changes)),
			generator: 'Incident Log',
			feedLinks: { atom: absolute(OUTPUT_NAMES.atom), json: absolute(OUTPUT_NAMES.json) },
			author: { name: plain(siteTitle(configuration)) },
		});
		for (const [index, row] of rows.entries()) {
			feed.addItem({
				id: stableId([nameOf(log), row.incident.id]),
				title: asText(row.box.title),
				link: absolute(row.href ?? 'index.html'),
				date: new Date(changes[index] ?? row.incident.start),
				published: new Date(row.incident.start),
				description: asText(factsText(row)),
				content: contentOf(row),
			});
		}
		return feed;
	};
	// Titles and descriptions are HTML in Atom, and text in JSON Feed.
	const atom = feedWith(text => escapeText(plain(text))).atom1();
	const json = feedWith(plain).json1();
	return { atom: withAddress(`${atom}\n`, url), json: withAddress(`${json}\n`, url) };
}

/** Removes what XML forbids: control characters and lone surrogates. */
function plain(text: string): string {
	return withoutControls(wellFormed(text));
}

/** The library accepts absolute links only. */
const NO_ADDRESS = 'https://site.invalid/';

/** Makes the links of a feed relative if the address of the site is not known. */
function withAddress(feed: string, url: string | undefined): string {
	return url === undefined ? feed.replaceAll(`"${NO_ADDRESS}`, '"') : feed;
}

/** The name in the ids of a feed. The title of a log without an address. */
function nameOf({ configuration }: Log): string {
	return configuration.publishing.url ?? configuration.title ?? '';
}

/** "Minor · 3 h 35 min · Database". */
function factsText({ box, components }: IncidentRow): string {
	const facts = [box.startText, `impact ${impactText(box)}`, durationPhrase(box), components.join(', ')];
	return facts.filter(fact => fact !== '').join(' · ');
}

function contentOf(row: IncidentRow): string {
	const summary = row.summary === '' ? '' : `<p>${escapeText(plain(row.summary))}</p>`;
	return `<p>${escapeText(plain(factsText(row)))}</p>${summary}`;
}

/** Returns the latest past instant that the definitions of an incident state. */
function changeOf({ incident }: IncidentRow, log: Log, now: number): number {
	const updates = incident.definitions.flatMap(({ uri, id }) =>
		(log.document(uri)?.incidents ?? [])
			.filter(each => each.id === id)
			.flatMap(each => each.updates)
			.flatMap(({ at }) => (at && instantOf(at, log.configuration.timeZone)?.instant) ?? []),
	);
	const instants = [incident.end, incident.mitigated ?? incident.start, ...updates];
	return Math.max(incident.start, ...instants.filter(instant => instant <= now));
}

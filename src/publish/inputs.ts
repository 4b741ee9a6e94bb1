import { definitionIdentity, type MergedIncident } from '../bulletin/merged-incident.ts';
import { pageZone } from '../bulletin/page-zone.ts';
import { weekSource } from '../bulletin/publication.ts';
import { findTwoWeeks } from '../bulletin/two-weeks.ts';
import { contentHash } from '../core/content-hash.ts';
import type { Definition } from '../core/definition.ts';
import { DAY } from '../core/time/units.ts';
import { previousWeek, weekEndingOn } from '../core/week.ts';
import type { Log } from '../log/log.ts';
import { incidentsOfPostmortem } from '../log/postmortem-incidents.ts';
import type { SitePage, SitePlan } from './site-plan.ts';

/**
 * Computes hashes of everything that pages are rendered from, so that an incremental build renders only changed pages: the
 * texts of the documents of a page, the targets of their references, what refers to them, and the clock if the page
 * depends on it.
 */
export class PageInputs {
	readonly #log: Log;
	readonly #plan: SitePlan;
	readonly #documents = new Map<string, string>();
	readonly #incidentOf: ReadonlyMap<string, MergedIncident>;

	constructor(log: Log, plan: SitePlan) {
		this.#log = log;
		this.#plan = plan;
		this.#incidentOf = new Map(
			plan.incidents.flatMap(incident =>
				incident.definitions.map(each => [definitionIdentity(each), incident] as const),
			),
		);
	}

	/** Returns the hash of the inputs of a page. `frame`: inputs that the caller knows, such as its navigation. */
	hashOf(page: SitePage, frame: string): string {
		const definitions = this.#log.view.inFile(page.source) ?? [];
		const incidents = [...this.#incidentsOf(page, definitions)];
		const all = [...definitions, ...incidents.flatMap(each => each.definitions)];
		const documents = new Set([page.source, ...all.map(({ uri }) => uri)]);
		return contentHash(
			JSON.stringify([
				frame,
				incidents.map(({ id, definitions: merged }) => [id, ...merged.map(definitionIdentity)]),
				[...documents].map(uri => this.#documentHash(uri)),
				all.flatMap(each => this.#around(each)),
				this.#weekBefore(page),
				this.#clockOf(page, incidents),
			]),
		);
	}

	#incidentsOf({ endsOn, source }: SitePage, definitions: readonly Definition[]): ReadonlySet<MergedIncident> {
		const { view } = this.#log;
		const own = definitions.flatMap(each => this.#incidentOf.get(definitionIdentity(each)) ?? []);
		if (endsOn === undefined) {
			return new Set(own);
		}
		const week = weekEndingOn(endsOn);
		return new Set([...findTwoWeeks(week, view, pageZone(view, source, week).timeZone).incidents, ...own]);
	}

	/** The page of the week before, to which the upper row of the picture links. */
	#weekBefore({ endsOn }: SitePage): readonly unknown[] {
		if (endsOn === undefined) {
			return [];
		}
		const before = previousWeek(weekEndingOn(endsOn)).last.toString();
		const bulletins = this.#log.view.bulletinsOf(before);
		return [
			this.#plan.map.pathOf(weekSource(before)),
			bulletins.map(each => [this.#name(each), this.#documentHash(each.uri)]),
		];
	}

	/** The text of a document and the targets of its references. */
	#documentHash(uri: string): string {
		const known = this.#documents.get(uri);
		if (known !== undefined) {
			return known;
		}
		const document = this.#log.document(uri);
		const targets = document?.references.map(reference =>
			this.#log.view.resolve(reference).map(each => this.#name(each)),
		);
		const hash = contentHash(JSON.stringify([uri, document?.text, targets]));
		this.#documents.set(uri, hash);
		return hash;
	}

	/** What other documents state about a definition. */
	#around(definition: Definition): readonly unknown[] {
		const { view } = this.#log;
		const referrers = this.#log.referencesTo(definition).map(({ uri, reference }) => {
			const inFile = view.inFile(uri) ?? [];
			return [
				reference.owner,
				...inFile.filter(({ id }, index) => id === reference.owner || index === 0).map(each => this.#name(each)),
			];
		});
		const others =
			definition.kind === 'postmortem'
				? incidentsOfPostmortem(definition, view)
				: definition.kind === 'bulletin'
					? []
					: view.postmortemsOf(definition.id);
		return [this.#name(definition), referrers, others.map(each => this.#name(each))];
	}

	#name({ uri, id, kind, source, title, date, range }: Definition): readonly unknown[] {
		return [this.#plan.map.pathOf(uri), uri, id, kind, source, title, date, range.start];
	}

	/** The clock, if the page shows it: in a week that is not over, and for incidents that are open or begin later. */
	#clockOf({ endsOn }: SitePage, incidents: readonly MergedIncident[]): number | undefined {
		const now = this.#log.view.now().epochMilliseconds;
		const isWeekOpen = endsOn !== undefined && Date.parse(endsOn) + 2 * DAY > now;
		const isRecordOpen =
			endsOn === undefined && incidents.some(({ ending, start, end }) => ending === 'open' || start > now || end > now);
		return isWeekOpen || isRecordOpen ? now : undefined;
	}
}

import MiniSearch from 'minisearch';
import type { Definition } from '../core/definition.ts';
import { compareDefinitions, groupDefinitions } from '../core/same-incident.ts';
import type { Disposable } from './environment.ts';

/** What the search needs of a log. */
export interface SearchedLog {
	documents(): readonly { readonly uri: string }[];
	definitionsOf(uri: string): readonly Definition[];
	onDidChange(listener: (uris: readonly string[]) => void): Disposable;
}

interface Entry {
	readonly key: string;
	readonly id: string;
	readonly title: string;
	readonly components: string;
	readonly summary: string;
}

/** Number of definitions that are indexed before other events run: about ten milliseconds. */
const CHUNK_SIZE = 100;
/** A share of the score of an incident compared with itself. Below it, incidents have only common words in common. */
const LEAST_SIMILARITY = 0.15;
const BOOST = { id: 4, title: 3, components: 2 };
/** Minimum length of a typed word that is completed, and of one that may have a typing error. */
const LEAST_PREFIX = 3;
const LEAST_FUZZY = 6;
/** The share of letters of a word that may differ. */
const FUZZINESS = 0.15;

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
/** Scripts without spaces between words. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Finds incidents of a log by words of their id, title, components and summary. Reads the log at the first query, and after
 * that only the documents that have changed.
 */
export class IncidentSearch {
	readonly #log: SearchedLog;
	readonly #index = new MiniSearch<Entry>({
		idField: 'key',
		fields: ['id', 'title', 'components', 'summary'],
		tokenize: text => this.#wordsOf(text),
	});
	/** The indexed definitions of each document. */
	readonly #indexed = new Map<string, readonly Definition[]>();
	/** The documents to read before the next query; undefined before the first. */
	#changed: Set<string> | undefined;
	#updating: Promise<void> = Promise.resolve();
	/** Created for the first text without spaces: it takes 25 ms. */
	#segmenter: Intl.Segmenter | undefined;

	constructor(log: SearchedLog) {
		this.#log = log;
	}

	/** Returns the incidents that contain a word of the query, its beginning or a similar word. The most similar is first. */
	async find(query: string): Promise<readonly Definition[]> {
		await this.#update();
		const found = this.#index.search(query, {
			boost: BOOST,
			prefix: word => word.length >= LEAST_PREFIX,
			fuzzy: word => (word.length >= LEAST_FUZZY ? FUZZINESS : false),
		});
		return onePerIncident(found.flatMap(({ id }) => this.#definitionAt(id) ?? []));
	}

	/** Returns the incidents that began before another of the same log and have similar words. The most similar is first. */
	async earlierLike(definition: Definition): Promise<readonly Definition[]> {
		await this.#update();
		const { title, components, summary } = entryOf(definition, 0);
		const found = this.#index.search([title, components, summary].join(' '), { boost: BOOST });
		const own = found.find(({ id }) => this.#definitionAt(id)?.id === definition.id) ?? found[0];
		const least = LEAST_SIMILARITY * (own?.score ?? 0);
		const similar = found.filter(({ score }) => score >= least).flatMap(({ id }) => this.#definitionAt(id) ?? []);
		const { start: until = Number.POSITIVE_INFINITY } = definition;
		return onePerIncident(similar).filter(
			({ id, start = Number.POSITIVE_INFINITY }) => id !== definition.id && start < until,
		);
	}

	/** One update at a time, since each lets other events run. */
	#update(): Promise<void> {
		this.#updating = this.#updating.then(() => this.#readChanged());
		return this.#updating;
	}

	async #readChanged(): Promise<void> {
		const changed = this.#changed ?? this.#subscribe();
		this.#changed = new Set();
		const added: Entry[] = [];
		for (const uri of changed) {
			const definitions = this.#log.definitionsOf(uri);
			const before = this.#indexed.get(uri) ?? [];
			// A document whose definitions are unchanged has changed findings only.
			if (before !== definitions) {
				this.#index.discardAll(
					before.flatMap((definition, index) => entriesOf(definition, index).map(({ key }) => key)),
				);
				this.#indexed.set(uri, definitions);
				added.push(...definitions.flatMap(entriesOf));
			}
		}
		await this.#index.addAllAsync(added, { chunkSize: CHUNK_SIZE });
	}

	#subscribe(): Set<string> {
		this.#log.onDidChange(uris => {
			for (const uri of uris) {
				this.#changed?.add(uri);
			}
		});
		return new Set(this.#log.documents().map(({ uri }) => uri));
	}

	/** Splits a text at everything that is neither a letter nor a digit, and texts without spaces by a dictionary. */
	#wordsOf(text: string): string[] {
		return text.split(BETWEEN_WORDS).flatMap(word => {
			if (!WITHOUT_SPACES.test(word)) {
				return [word];
			}
			this.#segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
			return Array.from(this.#segmenter.segment(word), ({ segment }) => segment);
		});
	}

	#definitionAt(key: unknown): Definition | undefined {
		const [index = '', uri = ''] = (typeof key === 'string' ? key : '').split(' ', 2);
		return this.#indexed.get(uri)?.[Number(index)];
	}
}

/** A bulletin is not an incident; its entries are. */
function entriesOf(definition: Definition, index: number): Entry[] {
	return definition.kind === 'bulletin' ? [] : [entryOf(definition, index)];
}

function entryOf({ uri, id, title, components, summary }: Definition, index: number): Entry {
	return { key: `${index} ${uri}`, id, title, components: components.join(' '), summary };
}

/** Keeps one definition of each incident: its record if it has one, otherwise its first entry, or its postmortem. */
function onePerIncident(definitions: readonly Definition[]): readonly Definition[] {
	const incidents = definitions.filter(({ kind }) => kind === 'incident').toSorted(compareDefinitions);
	const first = new Map(groupDefinitions(incidents).flatMap(group => group.map(each => [each, group[0]] as const)));
	const described = new Set(incidents.map(({ id }) => id));
	const kept = definitions.flatMap(definition =>
		definition.kind === 'postmortem'
			? definition.incidents.some(id => described.has(id))
				? []
				: [definition]
			: (first.get(definition) ?? []),
	);
	return [...new Set(kept)];
}

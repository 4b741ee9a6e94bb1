import fs from 'node:fs';
import path from 'node:path';
import { dialects } from '../../src/parse/dialects/index.ts';
import { corpus } from '../support/corpus.ts';
import type { Files, Mutated } from '../support/log-of-files.ts';
import { projectRoot } from '../support/process.ts';
import { mutate } from './mutate.ts';
import { Random, seedOf } from './random.ts';

/** One log of a run with one mutated file, and the cursors at which the editor's requests are made. */
export interface FuzzDocument extends Mutated {
	/** From 0, counted over the run. */
	readonly index: number;
	/** As parts of the text's length, from 0 to 1. */
	readonly cursors: readonly number[];
}

const NOW = Date.UTC(2024, 8, 1, 12);
const CURSORS = 3;
const CONFIGURATION = 'incident-log.yaml';

/** Draws the documents of a run: from the project's examples and fixtures, and from a folder of further texts. */
export class Documents {
	readonly #seed: number;
	/** Groups of similar logs. Each group is drawn equally often, independent of its size. */
	readonly #groups: readonly (readonly Files[])[];
	readonly #texts: readonly string[];

	constructor(seed: number, folder?: string) {
		this.#seed = seed;
		const own = corpus();
		const fixtures = path.join(projectRoot, 'test', 'vscode', 'fixtures');
		const groups = [
			own.filter(({ texts }) => Object.keys(texts).length === 1),
			own.filter(({ texts }) => Object.keys(texts).length > 1),
			fs
				.readdirSync(fixtures)
				.toSorted()
				.map(name => ({ name, now: NOW, texts: textsBelow(path.join(fixtures, name)) })),
			folder === undefined ? [] : singly(textsBelow(folder)),
		];
		this.#groups = groups.filter(group => group.length > 0);
		this.#texts = [...new Set(groups.flat().flatMap(({ texts }) => Object.values(texts)))];
	}

	at(index: number): FuzzDocument {
		const random = new Random(seedOf(this.#seed, index));
		const log = random.pick(random.pick(this.#groups));
		const source = random.pick(Object.keys(log.texts));
		const before = log.texts[source] ?? '';
		const { texts, path } = random.chance(0.3) ? inDialect(random, source) : { texts: log.texts, path: source };
		const mutated = mutate(before, random, () => random.pick(this.#texts));
		const text = random.chance(0.5) ? mutated : mutated.replace(/\r?\n/g, '\r\n');
		return {
			index,
			files: { ...log, texts: { ...texts, [path]: text } },
			path,
			cursors: Array.from({ length: CURSORS }, () => random.next()),
		};
	}
}

/** Returns a log of one file whose configuration states a dialect, independent of the content. */
function inDialect(random: Random, source: string): { texts: Files['texts']; path: string } {
	const { name } = random.pick(dialects);
	const kind = random.pick(['incidents', 'incidents', 'postmortems', 'bulletins']);
	const path = source === CONFIGURATION ? 'a.yaml' : source;
	return { texts: { [CONFIGURATION]: `dialect: ${name}\nfiles: { ${kind}: '**' }\n` }, path };
}

function textsBelow(folder: string): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
		const file = path.join(folder, name);
		if (/\.(?:md|markdown|ya?ml)$/.test(name) && fs.statSync(file).isFile()) {
			texts[name.replaceAll(path.sep, '/')] = fs.readFileSync(file, 'utf8');
		}
	}
	return texts;
}

/** Each text as a log of its own, in a folder where it is a document. */
function singly(texts: Readonly<Record<string, string>>): Files[] {
	return Object.entries(texts).map(([name, text]) => {
		const folder = /\.ya?ml$/.test(name) || text.startsWith('---') ? 'incidents' : 'postmortems';
		return { name, now: NOW, texts: { [`${folder}/${path.posix.basename(name)}`]: text } };
	});
}

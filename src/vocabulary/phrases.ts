/** A known phrase that is a part of a text. */
export interface FoundPhrase<Meaning> {
	readonly meaning: Meaning;
	/** In UTF-16 units. */
	readonly length: number;
}

/** A script that is written without spaces: a phrase may be anywhere in a text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * A table of phrases that finds those in a text. All texts are in the form of `wordsOf`. The time to search depends on
 * the length of the text and hardly on the size of the table.
 */
export class PhraseTable<Meaning> {
	readonly #whole: ReadonlyMap<string, Meaning>;
	/** By first word, longest first. */
	readonly #spaced: ReadonlyMap<string, readonly string[]>;
	/** Longest first. */
	readonly #unspaced: readonly string[];

	constructor(phrases: ReadonlyMap<string, Meaning>) {
		this.#whole = phrases;
		const longestFirst = [...phrases.keys()].sort((a, b) => b.length - a.length);
		this.#unspaced = longestFirst.filter(phrase => UNSPACED.test(phrase));
		const spaced = new Map<string, string[]>();
		for (const phrase of longestFirst.filter(each => !UNSPACED.test(each))) {
			const word = firstWord(phrase);
			spaced.set(word, [...(spaced.get(word) ?? []), phrase]);
		}
		this.#spaced = spaced;
	}

	/** The meaning of a whole text. */
	get(text: string): Meaning | undefined {
		return this.#whole.get(text);
	}

	/** The phrases in a text, in the singular or the plural, from left to right, without overlaps; the longest at each place. */
	find(text: string): FoundPhrase<Meaning>[] {
		const found: FoundPhrase<Meaning>[] = [];
		const add = (phrase: string): number => {
			const meaning = this.#whole.get(phrase);
			if (meaning !== undefined) {
				found.push({ meaning, length: phrase.length });
			}
			return phrase.length;
		};
		let start = 0;
		while (start < text.length) {
			const phrase = this.#phraseAt(text, start);
			const end = phrase === undefined ? start : start + add(phrase);
			const space = text.indexOf(' ', end);
			start = space < 0 ? text.length : space + 1;
		}
		let rest = UNSPACED.test(text) ? text : '';
		for (const phrase of rest === '' ? [] : this.#unspaced) {
			if (rest.includes(phrase)) {
				add(phrase);
				rest = rest.replace(phrase, ' ');
			}
		}
		return found;
	}

	/** The meaning of the longest phrase that a text begins with, if it has at least `min` UTF-16 units. */
	leading(text: string, min = 0): Meaning | undefined {
		const unspaced = UNSPACED.test(text) ? this.#unspaced.find(phrase => text.startsWith(phrase)) : undefined;
		const phrase = unspaced ?? this.#phraseAt(text, 0);
		return phrase === undefined || phrase.length < min ? undefined : this.#whole.get(phrase);
	}

	/** The longest phrase at the start of a word. */
	#phraseAt(text: string, start: number): string | undefined {
		const word = firstWord(text.slice(start, start + 50));
		const singular = word.endsWith('s') ? word.slice(0, -1) : undefined;
		const phrases = this.#spaced.get(word) ?? [];
		const isAt = (phrase: string, suffix: string): boolean => {
			const end = start + phrase.length + suffix.length;
			return text.startsWith(phrase + suffix, start) && (end === text.length || text[end] === ' ');
		};
		return (
			phrases.find(phrase => isAt(phrase, '') || isAt(phrase, 's')) ??
			(singular !== undefined && this.#whole.has(singular) && !UNSPACED.test(singular) ? singular : undefined)
		);
	}
}

function firstWord(text: string): string {
	const space = text.indexOf(' ');
	return space < 0 ? text : text.slice(0, space);
}

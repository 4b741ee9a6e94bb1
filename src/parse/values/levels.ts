import type { ImpactScale } from '../../core/impact-scale.ts';
import type { Located } from '../../core/range.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';

/** A word for how bad an incident was. */
export interface ValueLevel {
	/** As written, such as `SEV-2` in "SEV-2 (major)". */
	readonly word: Located<string>;
	/** The level of the log's impact scale that the word means. */
	readonly level: string;
	/** The word is a level or an alias of the log. */
	readonly isOwn: boolean;
}

/** In UTF-16 code units. A level is in the first words. */
const MAX_VALUE_LENGTH = 160;
const MARKS = /^[^\p{L}\p{N}]+/u;
/** What ends a phrase: "High (jobs late)", "Critical - all customers", "SEV-2 / P1". */
const PHRASE_END = /\s?[([（,;:.：，；。/|→]|\s[–—-]+\s|[–—]|\s(?:for|because|due|but|and|as|since|to)\s|<|$/u;
/** An underscore within a word, as in `major_outage`, is a part of it. */
const EMPHASIS = /[*`]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu;
const NUMBERED = /^(?:sev(?:erity)?|s|p|prio(?:rity)?|l|level|tier|impact)[\s._:#-]{0,2}([0-5])(?!\d)/iu;
const BARE_NUMBER = /^[0-5]$/;
/** "Medium severity", "Critical impact". */
const NOUN = /\s(?:severity|impact|priority|incident|outage|level|risk)$/iu;

/** Reads the level that a value begins with. Undefined for prose. */
export function readLevel(
	{ value, range }: Located<string>,
	scale: ImpactScale,
	vocabulary: Vocabulary,
): ValueLevel | undefined {
	const written = value.slice(0, MAX_VALUE_LENGTH);
	const marks = MARKS.exec(written)?.[0].length ?? 0;
	const rest = written.slice(marks).replace(EMPHASIS, '');
	const phrase = rest.slice(0, PHRASE_END.exec(rest)?.index).trim();
	const number = NUMBERED.exec(rest);
	const candidates = [phrase, phrase.replace(NOUN, ''), number?.[0] ?? ''].filter(word => word !== '');
	for (const word of candidates) {
		const own = scale.levelOf(word);
		const level = own ?? levelOf(word, scale, vocabulary);
		if (level !== undefined) {
			const at = value.indexOf(word);
			const start = range.end - range.start === value.length && at >= 0 ? range.start + at : undefined;
			return {
				word: { value: word, range: start === undefined ? range : { start, end: start + word.length } },
				level,
				isOwn: own !== undefined,
			};
		}
	}
	return undefined;
}

/** The level of the log's scale for a word of the vocabulary, or for a number: 0 and 1 are the worst. */
function levelOf(word: string, scale: ImpactScale, vocabulary: Vocabulary): string | undefined {
	const { levels } = scale;
	const number = BARE_NUMBER.test(word) ? word : NUMBERED.exec(word)?.[1];
	if (number !== undefined) {
		return levelFromWorst(levels, Math.max(0, Number(number) - 1));
	}
	const known = vocabulary.level(word);
	if (known === undefined) {
		return undefined;
	}
	return (
		scale.levelOf(known) ??
		(known === 'none' ? levels[0] : levelFromWorst(levels, { critical: 0, major: 1, minor: 2 }[known]))
	);
}

/** A level by its distance from the worst one. The least level means no impact, and is not returned. */
function levelFromWorst(levels: readonly string[], distance: number): string | undefined {
	return levels[Math.max(Math.min(1, levels.length - 1), levels.length - 1 - distance)];
}

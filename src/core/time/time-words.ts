import { LANGUAGES } from '../../vocabulary/index.ts';
import { type Language, splitWords } from '../../vocabulary/language.ts';

/** Words of the grammar of times, in all languages of the vocabulary, in lower case. */
export const ABOUT = wordSet(language => language.about);
export const AT_TIME = wordSet(language => language.atTime);
export const AFTER_TIME = wordSet(language => language.afterTime);
export const OF_MONTH = wordSet(language => language.ofMonth);
export const RANGE_WORDS = wordSet(language => language.rangeWords);
export const NOON = wordSet(language => language.noon);
export const TIME_HEADS = wordSet(language => language.timeHeads);
export const EVENT_HEADS = wordSet(language => language.eventHeads);
export const MIDNIGHT = wordSet(language => language.midnight);

function wordSet(wordsOf: (language: Language) => string): ReadonlySet<string> {
	return new Set(LANGUAGES.flatMap(language => splitWords(wordsOf(language))));
}

import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { ja } from './languages/ja.ts';
import { nb } from './languages/nb.ts';
import { pt } from './languages/pt.ts';
import { zh } from './languages/zh.ts';
import { type OwnWords, Vocabulary } from './vocabulary.ts';

/** In order of precedence: a word of several languages has the meaning that it has in the first. */
export const LANGUAGES = [en, de, fr, es, pt, nb, ja, zh] as const;

/** The vocabulary of a log without words of its own. */
export const VOCABULARY = new Vocabulary(LANGUAGES);

/** The vocabulary of a log with the words of its configuration. */
export function vocabularyWith(own: OwnWords): Vocabulary {
	return own.fields.size === 0 && own.sections.size === 0 ? VOCABULARY : new Vocabulary(LANGUAGES, own);
}

import type { DocumentKind } from '../../core/document-kind.ts';
import type { TimeForms } from '../model/time-forms.ts';

/**
 * The format of the records of another tool, as data: its files, the form of a record's head, the mapping of fields and
 * values. Records are read into native names and values, with the ranges of the source.
 */
export interface Dialect {
	/** The value of `dialect:` in the configuration. */
	readonly name: string;
	/** The name that users read. */
	readonly title: string;
	/** Globs of its files by kind, relative to the log root. Absent kinds have the default globs. */
	readonly files: Readonly<Partial<Record<Exclude<DocumentKind, 'configuration'>, readonly string[]>>>;
	/**
	 * Globs of further folders in which its documents are searched if no configuration names the dialect. A file there is a
	 * document if it matches a detection rule.
	 */
	readonly foundIn: readonly string[];
	/** A record has this dialect if it matches one of the rules, unless the configuration names a dialect. */
	readonly detection: readonly DetectionRule[];
	/** How the fields of an incident record are read. */
	readonly head: HeadReader;
	readonly fields: readonly FieldMapping[];
	/** Native fields that records of the dialect may omit: they are not reported as missing. */
	readonly absentFields: readonly string[];
	readonly times: TimeForms;
	readonly updates?: UpdateForm;
	readonly site?: SiteFile;
}

/** A property that only records of one dialect have. */
export type DetectionRule =
	/** The front matter has all of these keys. */
	| { readonly keys: readonly string[] }
	/** The page has an entry such as `* **August 26: Headline**`. */
	| { readonly entries: 'dated' };

export type HeadReader =
	/** The front matter or the YAML has native fields. */
	| 'native'
	/** The front matter has the fields of `fields`. */
	| 'front-matter'
	/** Any form of head, with labels of the log's vocabulary. */
	| 'general';

export interface FieldMapping {
	/** The names of the field in the dialect, compared without case and punctuation. The first present one is read. */
	readonly from: readonly string[];
	/** The native field. The first mapping to it that gives a value is used. */
	readonly to: string;
	readonly as: 'text' | 'time' | 'list' | 'word';
	/** For a `word`: native values by the words of the dialect (in lower case). */
	readonly words?: Readonly<Record<string, string>>;
	/** Whether a word that is not in `words` is the value, unchanged. Default: it is ignored. */
	readonly keepsUnknownWords?: true;
}

/** Public updates in the body. */
export type UpdateForm =
	/** Hugo: a paragraph that begins with `*Monitoring*` and contains `{{< track "2024-08-26 05:30:00" >}}`. */
	| { readonly form: 'shortcode'; readonly name: string }
	/** VuePress: `::: update Monitoring | 2024-08-26T05:30:00.000Z`, a text, and `:::`. */
	| { readonly form: 'container'; readonly name: string; readonly words: Readonly<Record<string, string>> };

/** The configuration of a site generator at the log root, which lists the components. */
export interface SiteFile {
	readonly names: readonly string[];
	/** The path of the list of components, which are mappings. */
	readonly components: readonly string[];
	/** The key of a component's name. */
	readonly name: string;
}

/** Whether all fields are native, so that no mapping is needed. */
export function isNative(dialect: Dialect): boolean {
	return dialect.head === 'native';
}

/** Returns true if the front matter has other keys than the schema of the kind of document. */
export function hasOwnKeys({ head }: Dialect): boolean {
	return head === 'front-matter';
}

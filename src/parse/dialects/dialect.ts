import type { DocumentKind } from '../../core/document-kind.ts';
import type { TimeField } from '../../core/incident.ts';
import type { TimeForms } from '../model/time-forms.ts';

/**
 * The format of the records of another tool, as data: its files, the form of a record's head, the mapping of fields and
 * values. Records are read into native names and values, with the ranges of the source.
 */
export interface Dialect {
	/** The value of `dialect:` in the configuration. */
	readonly name: string;
	/** The name for people. */
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
	/** The heads of an incident record. A field is read from the first head that has it. */
	readonly headReaders: readonly HeadForm[];
	readonly fields: readonly FieldMapping[];
	/** Native fields that records of the dialect may omit: they are not reported as missing. */
	readonly absentFields: readonly string[];
	readonly times: TimeForms;
	readonly updates?: UpdateForm;
	/** Labels of the list items that contain the timeline if it has no section of its own. */
	readonly timeline?: readonly string[];
	readonly durations?: readonly DurationField[];
	readonly site?: SiteFile;
}

/** A property that only records of one dialect have. */
export type DetectionRule =
	/** The front matter has all of these keys. */
	| { readonly keys: readonly string[] }
	/** One of these native fields is read from a head other than front matter. */
	| { readonly reads: readonly string[] }
	/** The page has an entry such as `* **August 26: Headline**`. */
	| { readonly entries: 'dated' };

export type HeadForm =
	| 'front-matter'
	/** `Key: value` lines at the start of the file, up to the first empty line. */
	| 'key-value'
	/** List items such as `- **Label**: value`, and the items nested in them. */
	| 'bullets'
	/** Table rows of two cells, a label and a value; or lines such as `**Label:** value`. */
	| 'table'
	/** A first heading that begins with a date: `# 2024-08-26, Disk full` gives `date` and `title`. */
	| 'dated-heading';

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

/** A field that states a duration. */
export interface DurationField {
	readonly from: readonly string[];
	readonly between: readonly [TimeField, TimeField];
}

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
	return dialect.headReaders.length === 0;
}

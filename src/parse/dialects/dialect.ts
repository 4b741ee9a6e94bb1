import type { DocumentKind } from '../../core/document-kind.ts';
import type { TimeField } from '../../core/incident.ts';
import type { TimeForms } from '../model/time-forms.ts';

/**
 * How the logs of some tool or team are written, as data: which files they are, where a record's head is, which field is
 * which, which words mean what. A record read by it is a record like any other, with native names, at the places where
 * its own names stand.
 */
export interface Dialect {
	/** As in `dialect:` of the configuration. */
	readonly name: string;
	/** As people call it. */
	readonly title: string;
	/** Where its files are, as globs from the root of the log; of kinds that are not named in the usual folders. */
	readonly files: Readonly<Partial<Record<Exclude<DocumentKind, 'configuration'>, readonly string[]>>>;
	/**
	 * Folders beyond the usual ones whose incident records are looked for though no configuration names the dialect: a file
	 * in them is a record where it bears the signs.
	 */
	readonly foundIn: readonly string[];
	/** One of them is enough to know a record by, where no configuration names the dialect. */
	readonly detection: readonly DetectionRule[];
	/** Where the fields of an incident record stand. In a field that several heads have the first counts. */
	readonly headReaders: readonly HeadForm[];
	readonly fields: readonly FieldMapping[];
	/** Native fields that the dialect does without, or that not all of its records have: not missed where they are absent. */
	readonly absentFields: readonly string[];
	readonly times: TimeForms;
	readonly updates?: UpdateForm;
	/** Labels of the items in whose lists the timeline stands, where it has no section of its own. */
	readonly timeline?: readonly string[];
	readonly durations?: readonly DurationField[];
	readonly site?: SiteFile;
}

/** What a record of the dialect has, and others have not. */
export type DetectionRule =
	/** All of these keys in the front matter. */
	| { readonly keys: readonly string[] }
	/** One of these native fields is read from a head other than front matter. */
	| { readonly reads: readonly string[] }
	/** An entry written by hand, such as `* **August 26: Headline**`. */
	| { readonly entries: 'dated' };

export type HeadForm =
	| 'front-matter'
	/** `Key: value` lines at the very beginning, up to the first empty line. */
	| 'key-value'
	/** Items such as `- **Label**: value`, and those listed below them. */
	| 'bullets'
	/** Rows of two cells, a label and a value; or lines of `**Label:** value`. */
	| 'table'
	/** A first heading that begins with a day: `# 2024-08-26, Disk full` gives `date` and `title`. */
	| 'dated-heading';

export interface FieldMapping {
	/** The field's names in the dialect, without case and punctuation; the first that is there counts. */
	readonly from: readonly string[];
	/** The native field. Of several mappings to one the first that gives a value counts. */
	readonly to: string;
	readonly as: 'text' | 'time' | 'list' | 'word';
	/** Of a `word`: what the dialect's words (in lower case) mean. */
	readonly words?: Readonly<Record<string, string>>;
	/** What a word is that `words` does not have. */
	readonly otherwise?: 'kept' | 'passed over';
}

/** Public updates in the body. */
export type UpdateForm =
	/** Hugo: a paragraph that begins with `*Monitoring*` and has `{{< track "2024-08-26 05:30:00" >}}` in it. */
	| { readonly form: 'shortcode'; readonly name: string }
	/** VuePress: `::: update Monitoring | 2024-08-26T05:30:00.000Z`, its text, `:::`. */
	| { readonly form: 'container'; readonly name: string; readonly words: Readonly<Record<string, string>> };

/** A field that tells how long something took. */
export interface DurationField {
	readonly from: readonly string[];
	readonly between: readonly [TimeField, TimeField];
}

/** The file of a site generator, at the root of the log, that says which components there are. */
export interface SiteFile {
	readonly names: readonly string[];
	/** The path of a list of mappings, and the key of the component's name in each. */
	readonly components: readonly string[];
	readonly name: string;
}

/** All fields are native: nothing is to be mapped. */
export function isNative(dialect: Dialect): boolean {
	return dialect.headReaders.length === 0;
}

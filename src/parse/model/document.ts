import type { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../../core/configuration.ts';
import type { NotUnderstood } from '../../core/coverage.ts';
import type { DocumentFormat, DocumentKind } from '../../core/document-kind.ts';
import type { Incident, RecordFacts } from '../../core/incident.ts';
import type { LineIndex } from '../../core/line-index.ts';
import type { Located, Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import type { Block } from './block.ts';
import type { Data, YamlData } from './data.ts';
import type { Sequence } from './sequence.ts';

/** What the parser must know besides the text. */
export interface Source {
	readonly uri: string;
	/** As it is written, with line breaks of any kind. */
	readonly text: string;
	readonly kind: DocumentKind;
	readonly configuration: Configuration;
}

/** A part of a document that could not be parsed. The document holds everything that could be. */
export interface Problem {
	readonly kind: 'syntax' | 'duplicate-key' | 'alias' | 'not-text' | 'too-large' | 'unreadable' | 'internal-error';
	readonly range: Range;
	/** States the fault, then what is expected, in full sentences. */
	readonly message: string;
	/** Of a duplicate key: where the first one stands. */
	readonly related: Range | undefined;
}

/** The message of a conflict marker in YAML and in Markdown. */
export const CONFLICT = 'Merge conflict marker. Expected one version of the text.';

/** A heading of a Markdown body with all that stands under it, up to the next heading of its level or above. */
export interface Section {
	readonly level: number;
	/** Plain text of the heading, and the place of that text. */
	readonly title: Located<string>;
	/** From the heading's first character to the end of the section. */
	readonly range: Range;
	/** The section without its heading. */
	readonly content: Range;
}

/** The Markdown after the front matter, or of the whole file without front matter. All sequences are in page order. */
export interface MarkdownBody {
	readonly range: Range;
	/** Subsections follow their parent. */
	readonly sections: readonly Section[];
	readonly blocks: Sequence<Block>;
	/** Blocks of inline text: paragraphs, headings and table cells. They do not overlap. */
	readonly paragraphs: Sequence<Range>;
	/** Parts of lines whose text is prose: no code, comment, link target or HTML. */
	readonly prose: Sequence<Range>;
	/** Code spans and blocks of code. */
	readonly code: Sequence<Range>;
	/** HTML comments with their delimiters, `<!-- … -->`. */
	readonly comments: Sequence<Range>;
}

export interface Postmortem extends RecordFacts {
	/** The ids of the incidents that it is about. */
	readonly incidents: readonly Located<string>[];
	/** The status of the incident, if the page states it. `status` is that of the document. */
	readonly incidentStatus?: Located<string> | undefined;
}

export type BulletinEntry =
	| {
			readonly form: 'written';
			readonly incident: Incident;
			readonly date: Temporal.PlainDate;
			/** What the comment in the entry says, `<!-- incident: {…} -->`. */
			readonly stated?: Data | undefined;
			readonly range: Range;
	  }
	/** `- [[id]]` as a list item. */
	| { readonly form: 'link'; readonly id: Located<string>; readonly range: Range };

export interface Bulletin {
	/** The last day of its week. Front matter before file name before first heading. */
	readonly date: Located<Temporal.PlainDate> | undefined;
	readonly dateFrom: 'front-matter' | 'file-name' | 'heading' | undefined;
	readonly title: Located<string> | undefined;
	/** In page order. */
	readonly entries: readonly BulletinEntry[];
	/** `<!-- incidents -->` and `<!-- picture -->` on lines of their own. */
	readonly incidentsDirective: Range | undefined;
	readonly pictureDirective: Range | undefined;
	/** The list (or lists) that the entries stand in. */
	readonly entryLists: readonly Range[];
}

/** A rule code in a suppression comment. */
export interface SuppressedCode {
	/** As written: there may be no such rule. */
	readonly code: Located<string>;
	/** Findings of that rule that begin in this range, its end included at the end of the text, are suppressed. */
	readonly within: Range | undefined;
}

/** A suppression comment: `# incident-log-disable-next-line time/left-open -- reason`. */
export interface Suppression {
	/** The comment, with its signs. */
	readonly range: Range;
	/** What stands behind `incident-log-`, and the place of both: a misspelt one suppresses nothing. */
	readonly directive: Located<string>;
	readonly codes: readonly SuppressedCode[];
	/** Before the reason: what is no code, from its first word on. */
	readonly unexpectedText: Located<string> | undefined;
}

/** A text of a log, read and positioned. Parsing never fails: unreadable parts are in `problems`. */
export interface LogDocument {
	readonly uri: string;
	readonly kind: DocumentKind;
	readonly format: DocumentFormat;
	/** The name of the dialect that it was read by. */
	readonly dialect: string;
	/** With `\n` at the end of each line, whatever the file has there. Every range is one of this text. */
	readonly text: string;
	readonly lines: LineIndex;
	/** What ends the lines of the file: new text is written with it. */
	readonly lineBreak: string;
	readonly problems: readonly Problem[];
	/**
	 * The YAML (a whole file, or front matter); undefined where there is none or where it is no mapping. Of a record in
	 * another dialect its head under native names, with native values, at the places of its own.
	 */
	readonly data: Data | undefined;
	/** The YAML as written, which completion uses. Undefined if the keys are those of another dialect. */
	readonly yaml: YamlData | undefined;
	readonly body: MarkdownBody | undefined;
	/** Of an incident record one, of a bulletin those written by hand, else none. */
	readonly incidents: readonly Incident[];
	readonly postmortem: Postmortem | undefined;
	readonly bulletin: Bulletin | undefined;
	/** Parts of a record that state a fact in a form that is not read. */
	readonly notUnderstood: readonly NotUnderstood[];
	/** In the order in which they stand. */
	readonly references: readonly Reference[];
	/** In the order in which they stand. */
	readonly suppressions: readonly Suppression[];
}

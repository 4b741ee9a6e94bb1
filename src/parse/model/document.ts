import type { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../../core/configuration.ts';
import type { NotUnderstood } from '../../core/coverage.ts';
import type { DocumentFormat, DocumentKind } from '../../core/document-kind.ts';
import type { Incident, RecordFacts } from '../../core/incident.ts';
import type { LineIndex } from '../../core/line-index.ts';
import type { Located, Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { Block } from './block.ts';
import type { Data, YamlData } from './data.ts';
import type { Sequence } from './sequence.ts';

/** The input of the parser. */
export interface Source {
	readonly uri: string;
	/** As written, with line breaks of any kind. */
	readonly text: string;
	readonly kind: DocumentKind;
	readonly configuration: Configuration;
}

/** A part of a document that could not be parsed. The other parts are in the document. */
export interface Problem {
	readonly kind: 'syntax' | 'duplicate-key' | 'alias' | 'not-text' | 'too-large' | 'unreadable' | 'internal-error';
	readonly range: Range;
	/** States the fault, then the expectation, in full sentences. */
	readonly message: string;
	/** For a duplicate key, the range of the first one. */
	readonly related: Range | undefined;
	readonly fix?: Fix;
	/** True if the fields of the record are in the part that could not be parsed. */
	readonly hidesFields?: true;
}

/** The message of a conflict marker in YAML and in Markdown. */
export const CONFLICT = 'Merge conflict marker. Expected one version of the text.';

/** A heading of a Markdown body with the text below it, up to the next heading of its level or above. */
export interface Section {
	readonly level: number;
	/** Plain text of the heading, and its range. */
	readonly title: Located<string>;
	/** From the first character of the heading to the end of the section. */
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
	/** The ids of the analysed incidents. */
	readonly incidents: readonly Located<string>[];
	/** The status of the incident, if the page states it. `status` is that of the document. */
	readonly incidentStatus?: Located<string> | undefined;
}

export type BulletinEntry =
	| {
			readonly form: 'written';
			readonly incident: Incident;
			readonly date: Temporal.PlainDate;
			/** The facts in the comment of the entry, `<!-- incident: {…} -->`. */
			readonly stated?: Data | undefined;
			readonly range: Range;
	  }
	/** `- [[id]]` as a list item. */
	| { readonly form: 'link'; readonly id: Located<string>; readonly range: Range };

export interface Bulletin {
	/** The last day of its week, from the front matter, otherwise the file name, otherwise the first heading. */
	readonly date: Located<Temporal.PlainDate> | undefined;
	readonly dateFrom: 'front-matter' | 'file-name' | 'heading' | undefined;
	readonly title: Located<string> | undefined;
	/** In page order. */
	readonly entries: readonly BulletinEntry[];
	/** The first `<!-- incidents -->` and `<!-- picture -->` alone on their lines. */
	readonly incidentsDirective: Range | undefined;
	readonly pictureDirective: Range | undefined;
	/** The lists that contain entries. */
	readonly entryLists: readonly Range[];
}

/** A rule code in a suppression comment. */
export interface SuppressedCode {
	/** As written. A rule of this code does not need to exist. */
	readonly code: Located<string>;
	/** Findings of the rule that begin in this range are suppressed. A range at the end of the text includes its end. */
	readonly within: Range | undefined;
}

/** A suppression comment: `# incident-log-disable-next-line time/left-open -- reason`. */
export interface Suppression {
	/** The comment with its delimiters. */
	readonly range: Range;
	/** The text after `incident-log-`, and the range of both. A misspelt directive suppresses no findings. */
	readonly directive: Located<string>;
	readonly codes: readonly SuppressedCode[];
	/** The first text before the reason that is not a code. */
	readonly unexpectedText: Located<string> | undefined;
}

/** A parsed document of a log. Parsing never fails: unreadable parts are in `problems`. */
export interface LogDocument {
	readonly uri: string;
	readonly kind: DocumentKind;
	readonly format: DocumentFormat;
	/** The name of the dialect in which it was read. */
	readonly dialect: string;
	/** With `\n` at the end of each line. All ranges refer to this text. */
	readonly text: string;
	readonly lines: LineIndex;
	/** The line break of the file, for new text. */
	readonly lineBreak: string;
	readonly problems: readonly Problem[];
	/**
	 * The YAML of a file or its front matter; undefined without YAML, or if it is not a mapping. For a record in another
	 * dialect, its head with native names and values, and the ranges of the source.
	 */
	readonly data: Data | undefined;
	/** The YAML as written, which completion uses. Undefined if the keys are those of another dialect. */
	readonly yaml: YamlData | undefined;
	readonly body: MarkdownBody | undefined;
	/** One for an incident record; for a bulletin its written entries; otherwise none. */
	readonly incidents: readonly Incident[];
	readonly postmortem: Postmortem | undefined;
	readonly bulletin: Bulletin | undefined;
	/** Parts of a record that state a fact in a form that is not read. */
	readonly notUnderstood: readonly NotUnderstood[];
	/** In the order of the text. */
	readonly references: readonly Reference[];
	/** In the order of the text. */
	readonly suppressions: readonly Suppression[];
}

import type { Located, Range } from '../../core/range.ts';
import { readInline } from '../../parse/markdown/inline.ts';
import { type ProseParagraph, paragraphsOf } from '../../parse/markdown/prose.ts';
import type { LogDocument } from '../../parse/model/document.ts';

/** Fields of a postmortem that contain prose. */
const PROSE_FIELDS = [
	'title',
	'summary',
	'impact',
	'root_cause',
	'contributing_factors',
	'detection',
	'resolution',
	'lessons_learned',
];

/**
 * The prose of a document, paragraph by paragraph: of the body, and of the fields that hold some. Code, comments and the
 * targets of links are spaces in it, so that places in the text of a paragraph are places in the document.
 */
export function* proseOf(document: LogDocument): Iterable<ProseParagraph> {
	for (const { range } of textsOf(document)) {
		yield* paragraphsOf(document.text, readInline(document.text, range));
	}
	if (document.body) {
		yield* paragraphsOf(document.text, document.body);
	}
}

/** Returns the texts of fields that contain prose, in YAML or front matter. */
function* textsOf({ incidents, postmortem, data, kind }: LogDocument): Iterable<Located<string>> {
	const inData = (range: Range) => data !== undefined && data.range.start <= range.start && range.end <= data.range.end;
	for (const { title, summary, updates, timeline } of kind === 'incident' ? incidents : []) {
		const texts = [title, summary, ...updates.map(({ text }) => text), ...timeline.map(({ text }) => text)];
		yield* texts.flatMap(text => (text && inData(text.range) ? text : []));
	}
	if (postmortem) {
		yield* PROSE_FIELDS.flatMap(field => {
			const node = data?.at([field]);
			return node && typeof node.value === 'string' ? { value: node.value, range: node.range } : [];
		});
		yield* postmortem.timeline.flatMap(({ text }) => (text && inData(text.range) ? text : []));
	}
}

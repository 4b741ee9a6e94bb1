import type { LogDocument, Section } from '../../../parse/model/document.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';

/** Bold words at the start of a line, which are used like a heading. */
const BOLD_LEAD = /^(?:\*\*|__)([^*_\n]{1,80}?)[:.]?[ \t]?(?:\*\*|__)/;

/** A section that is also accepted for another one. */
const ALSO_ACCEPTED: ReadonlyMap<string, string> = new Map([['action-items', 'prevention']]);

/** The sections of a postmortem, from its headings, bold leads and fields, with the names of the vocabulary. */
export class SectionNames {
	/** In lower case, without punctuation. */
	readonly #names: readonly string[];
	readonly #sections: ReadonlySet<string>;
	readonly #vocabulary: Vocabulary;

	constructor(document: LogDocument, vocabulary: Vocabulary) {
		const headings = withoutTitle(document.body?.sections ?? []).map(({ title }) => title.value);
		const keys = (document.data?.keys([]) ?? []).map(({ key }) => key.replaceAll('_', ' '));
		const written = [...headings, ...boldLeads(document), ...keys];
		const { timeline = [], actionItems = [] } = document.postmortem ?? {};
		this.#vocabulary = vocabulary;
		this.#names = written.map(normalise);
		this.#sections = new Set([
			...written.flatMap(name => [...vocabulary.sections(name)]),
			...(timeline.length > 0 ? ['timeline'] : []),
			...(actionItems.length > 0 ? ['action-items'] : []),
		]);
	}

	/** Returns true if there is a section with this name, or with another name of the same section in the vocabulary. */
	has(name: string): boolean {
		const section = this.#vocabulary.exactSection(name);
		const also = section === undefined ? undefined : ALSO_ACCEPTED.get(section);
		const normalised = normalise(name);
		return (
			(section !== undefined && this.#sections.has(section)) ||
			(also !== undefined && this.#sections.has(also)) ||
			this.#names.some(heading => hasName(heading, normalised))
		);
	}
}

/** Returns the sections without the first if its heading is the title of the page. */
function withoutTitle(sections: readonly Section[]): readonly Section[] {
	const [first, ...others] = sections;
	return first?.level === 1 && others.length > 0 && others.every(({ level }) => level > 1) ? others : sections;
}

function boldLeads({ body, text }: LogDocument): string[] {
	const paragraphs = [...(body?.blocks ?? [])].filter(({ type }) => type === 'paragraph');
	const lines = paragraphs.flatMap(paragraph => paragraph.text);
	return lines.flatMap(({ start, end }) => BOLD_LEAD.exec(text.slice(start, end))?.[1] ?? []);
}

/** Returns true if a heading contains a name, in the singular or the plural: "Impact on customers", "Root causes". */
function hasName(heading: string, name: string): boolean {
	return ` ${heading} `.includes(` ${name} `) || ` ${heading} `.includes(` ${name}s `) || `${heading}s` === name;
}

function normalise(words: string): string {
	return words
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Returns the sections that are neither a timeline nor part of one, where headings are entries. `sections`: in page order. */
export function outsideTimelines(sections: readonly Section[], vocabulary: Vocabulary): readonly Section[] {
	let end = 0;
	return sections.filter(section => {
		if (section.range.start >= end && vocabulary.section(section.title.value) === 'timeline') {
			end = section.range.end;
		}
		return section.range.start >= end;
	});
}

import { ownValue } from '../../../core/own-value.ts';
import { sectionName } from '../../../parse/markdown/sections.ts';
import type { LogDocument, Section } from '../../../parse/model/document.ts';

/** Common synonyms of section names, in the form of `sectionName`. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
	summary: ['overview', 'abstract', 'tldr', 'tl dr', 'what happened', 'description', 'synopsis', 'in brief'],
	impact: ['affected', 'effect', 'blast radius', 'consequences', 'damage', 'user experience', 'who was'],
	timeline: ['chronology', 'sequence of events', 'events', 'log of events', 'what happened when'],
	'root cause': ['cause', 'trigger', 'five whys', '5 whys', 'why', 'analysis', 'what went wrong', 'fault'],
	'contributing factors': ['contributing cause', 'contributing factor', 'contributors', 'factors'],
	resolution: ['resolved', 'recovery', 'mitigation', 'remediation', 'fix', 'solution', 'response', 'restoration'],
	'action items': [
		'action',
		'follow up',
		'followup',
		'next step',
		'corrective',
		'preventive',
		'preventative',
		'prevention',
		'improvement',
		'remediation items',
		'todo',
		'to do',
		'task',
		'what we will do',
		'how to prevent',
	],
};

/** Bold words at the start of a line, which are used like a heading. */
const BOLD_LEAD = /^(?:\*\*|__)([^*_\n]{1,80}?)[:.]?[ \t]?(?:\*\*|__)/;

/** The names of a postmortem's sections, from headings, bold leads and fields; in lower case, without punctuation. */
export class SectionNames {
	readonly #names: ReadonlySet<string>;
	readonly #document: LogDocument;

	constructor(document: LogDocument) {
		const { body } = document;
		this.#document = document;
		this.#names = new Set([
			...(body?.sections ?? []).map(sectionName),
			...boldLeads(document).map(normalise),
			...(document.data?.keys([]) ?? []).map(({ key }) => normalise(key)),
		]);
	}

	/** Returns true if there is a section with this name or a synonym. */
	has(name: string): boolean {
		const { postmortem } = this.#document;
		const normalised = normalise(name);
		if (normalised === 'action items' && postmortem && postmortem.actionItems.length > 0) {
			return true;
		}
		const words = ownValue(SYNONYMS, normalised) ?? [];
		return [...this.#names].some(heading => [normalised, ...words].some(one => hasName(heading, one)));
	}
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
export function outsideTimelines(sections: readonly Section[]): readonly Section[] {
	let end = 0;
	return sections.filter(section => {
		if (section.range.start >= end && /\b(?:timeline|chronology)\b/.test(sectionName(section))) {
			end = section.range.end;
		}
		return section.range.start >= end;
	});
}

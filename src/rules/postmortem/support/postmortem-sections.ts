import { ownValue } from '../../../core/own-value.ts';
import { sectionName } from '../../../parse/markdown/sections.ts';
import type { LogDocument, Section } from '../../../parse/model/document.ts';

/** Other names that people give to the sections of a postmortem. All as `sectionName` writes them. */
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

/** Bold words at the beginning of a line, which serve as a heading. */
const BOLD_LEAD = /^(?:\*\*|__)([^*_\n]{1,80}?)[:.]?[ \t]?(?:\*\*|__)/;

/** What a postmortem tells under a heading, a bold lead or a field: names in lower case, without punctuation. */
export class SectionNames {
	readonly #names: ReadonlySet<string>;
	readonly #document: LogDocument;

	constructor(document: LogDocument) {
		const { body } = document;
		this.#document = document;
		this.#names = new Set([
			...(body?.sections ?? []).map(sectionName),
			...boldLeads(document).map(plain),
			...(document.data?.keys([]) ?? []).map(({ key }) => plain(key)),
		]);
	}

	/** Whether a section is there, under its own name or another. */
	has(name: string): boolean {
		const { postmortem } = this.#document;
		const wanted = plain(name);
		if (wanted === 'action items' && postmortem && postmortem.actionItems.length > 0) {
			return true;
		}
		const words = ownValue(SYNONYMS, wanted) ?? [];
		return [...this.#names].some(found => [wanted, ...words].some(one => appliesTo(found, one)));
	}
}

function boldLeads({ body, text }: LogDocument): string[] {
	const paragraphs = [...(body?.blocks ?? [])].filter(({ type }) => type === 'paragraph');
	const lines = paragraphs.flatMap(paragraph => paragraph.text);
	return lines.flatMap(({ start, end }) => BOLD_LEAD.exec(text.slice(start, end))?.[1] ?? []);
}

/** Whether a heading holds the words of a name, in the singular or the plural: "Impact on customers", "Root causes". */
function appliesTo(heading: string, name: string): boolean {
	return ` ${heading} `.includes(` ${name} `) || ` ${heading} `.includes(` ${name}s `) || `${heading}s` === name;
}

function plain(words: string): string {
	return words
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The sections that are no timeline and stand in none: there headings are moments. `sections` are in page order. */
export function outsideTimelines(sections: readonly Section[]): readonly Section[] {
	let end = 0;
	return sections.filter(section => {
		if (section.range.start >= end && /\b(?:timeline|chronology)\b/.test(sectionName(section))) {
			end = section.range.end;
		}
		return section.range.start >= end;
	});
}

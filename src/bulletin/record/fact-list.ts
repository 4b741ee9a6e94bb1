import { scalarText } from '../../core/scalar-text.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { factLink } from '../fact-link.ts';
import { type Html, type HtmlValue, html } from '../html.ts';
import { swatch } from '../legend.ts';
import type { Audience, EntryFacts, FactLink, PictureBox } from '../model.ts';
import { classPaint } from '../paint.ts';
import { levelText } from '../texts.ts';

/** A fact of a record: its name, and its value. */
export type PageFact = readonly [name: string, value: HtmlValue];

/** Renders facts as a list of names and values. */
export function factList(facts: readonly PageFact[]): Html {
	return facts.length === 0
		? html``
		: html`<dl class="il-fact-list">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The page that facts are rendered for. */
interface FactPage {
	readonly audience: Audience;
	readonly base: string;
	/** The impact levels of the log, least first. */
	readonly levels: readonly string[];
}

/** The facts of an incident. `status` as written. */
export function incidentFacts(
	box: PictureBox,
	{ severity, components, references, postmortem }: EntryFacts,
	status: string | undefined,
	page: FactPage,
): readonly PageFact[] {
	const level = html`${swatch(box, page.levels, classPaint)} ${levelText(box)}`;
	return [
		[box.kind === 'incident' ? 'Impact' : `${box.kind === 'notice' ? 'Notice' : 'Maintenance'}, impact`, level],
		...fact('Duration', box.durationText),
		...fact('Severity', severity),
		...fact('Status', status?.replaceAll('_', ' ')),
		...fact('Components', components.join(', ')),
		...references.map((link): PageFact => [capitalised(link.relation ?? 'related to'), linkValue(link, page)]),
		...(postmortem === undefined ? [] : [['Analysis', linkValue(postmortem, page)] as const]),
	];
}

/** The facts of the document of a postmortem. */
export function postmortemFacts({ data }: LogDocument): readonly PageFact[] {
	const textOf = (field: string) => {
		const value = data?.at([field])?.value;
		return (Array.isArray(value) ? value : [value]).flatMap(each => scalarText(each) ?? []).join(', ');
	};
	return [...fact('Authors', textOf('authors')), ...fact('Published', textOf('published_at'))];
}

function fact(name: string, value: string | undefined): readonly PageFact[] {
	return value === undefined || value === '' ? [] : [[name, html`<bdi>${value}</bdi>`]];
}

function linkValue(link: FactLink, page: FactPage): Html {
	return factLink({ ...link, relation: undefined }, page);
}

export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

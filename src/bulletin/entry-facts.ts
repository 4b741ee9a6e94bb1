import type { Definition } from '../core/definition.ts';
import type { Relation } from '../core/incident.ts';
import type { ReferenceTarget } from '../core/reference.ts';
import { formatDuration } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import { isOver } from '../parse/records/is-open.ts';
import { includesDefinition, type MergedIncident } from './merged-incident.ts';
import type { EntryFacts, FactLink } from './model.ts';
import type { IncidentSources, PageRequest } from './page-context.ts';
import type { PageLinks } from './page-links.ts';

interface FactContext {
	readonly request: PageRequest;
	readonly links: PageLinks;
	readonly sources: IncidentSources;
}

/** Returns the facts of an incident that its entry shows below the prose. */
export function entryFacts(merged: MergedIncident, context: FactContext): EntryFacts {
	const { definitions, start, mitigated } = merged;
	const { components } = context.request.log.configuration;
	const incidents = definitions.flatMap(definition => context.sources.sourceOf(definition)?.incident ?? []);
	const status = incidents.find(incident => incident.status !== undefined)?.status;
	const ids = new Set(definitions.flatMap(definition => definition.components));
	return {
		components: [...ids].map(id => components.get(id)?.title ?? id),
		severity: incidents.find(({ severity }) => severity !== undefined)?.severity?.value,
		status: status === undefined || isOver({ status }) ? undefined : status.value,
		mitigated: mitigated === undefined ? undefined : `mitigated after ${formatDuration((mitigated - start) / MINUTE)}`,
		references: relatedLinks(merged, context),
		postmortem: postmortemLink(merged, context),
	};
}

/** The related incidents, without other definitions of the same incident. */
function relatedLinks(merged: MergedIncident, { links, request: { log } }: FactContext): readonly FactLink[] {
	const related = new Map<string, FactLink>();
	for (const { relation, id } of merged.definitions.flatMap(({ relations }) => relations)) {
		const [target] = log.byId(id, 'incident');
		const isSame = target === undefined ? relation === 'duplicate-of' : includesDefinition(merged, target);
		if (!isSame && !related.has(`${relation} ${id}`)) {
			related.set(`${relation} ${id}`, linkTo({ by: 'id', id, kind: 'incident' }, id, RELATIONS[relation], links));
		}
	}
	return [...related.values()];
}

/** The postmortem that the record names, otherwise one that names the incident. */
function postmortemLink(
	{ definitions }: MergedIncident,
	{ links, request: { log } }: FactContext,
): FactLink | undefined {
	const named = definitions.find(({ postmortem }) => postmortem !== undefined)?.postmortem;
	const other = definitions.flatMap(({ id }) => log.postmortemsOf(id))[0];
	const target: ReferenceTarget | undefined = named ?? (other && { by: 'uri', uri: other.uri });
	return target && linkTo(target, 'Postmortem', undefined, links);
}

function linkTo(target: ReferenceTarget, name: string, relation: string | undefined, links: PageLinks): FactLink {
	const { href, target: definition } = links.look({ target });
	return {
		relation,
		text: relation === undefined ? name : (definition?.title.replaceAll('`', '') ?? name),
		href,
		source: definition && sourceOf(definition),
	};
}

function sourceOf({ uri, range }: Definition) {
	return { uri, offset: range.start };
}

/** Relations as words before the name of the other incident. */
const RELATIONS: Readonly<Record<Relation, string>> = {
	'recurrence-of': 'recurrence of',
	'caused-by': 'caused by',
	related: 'related to',
	'duplicate-of': 'duplicate of',
	'follow-up-to': 'follow-up to',
};

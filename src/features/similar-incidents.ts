import type { Definition } from '../core/definition.ts';
import { contains } from '../core/range.ts';
import { schemaAt } from '../schema/schema-at.ts';
import type { DocumentContext } from './feature.ts';
import { definitionLink, duration, impactOf } from './incident-card.ts';
import type { Prose } from './prose.ts';

const MAX_SIMILAR = 5;

/**
 * Similar earlier incidents over the key of a list of references, without those that the record names already: "have we seen
 * this before?" Empty elsewhere, and if there are none.
 */
export async function similarIncidents(
	{ document, log }: DocumentContext,
	offset: number,
	prose: Prose,
): Promise<string> {
	const { data, kind, uri } = document;
	const path = data?.pathAt(offset) ?? [];
	const { keyRange } = data?.at(path) ?? {};
	const schema = data && schemaAt(log.view.schemas.of(kind), path, data.value);
	const isOfReferences = [...(schema?.items?.properties.values() ?? [])].some(
		({ meaning }) => meaning === 'incident-id',
	);
	const [definition] = log.definitionsOf(uri);
	if (!(keyRange && contains(keyRange, offset) && isOfReferences && definition)) {
		return '';
	}
	log.requireRead();
	const named = new Set(definition.relations.map(({ id }) => id));
	const similar = (await log.search.earlierLike(definition)).filter(({ id }) => !named.has(id)).slice(0, MAX_SIMILAR);
	const lines = similar.map(each => [
		prose.bold(each.title),
		facts(each, log, prose),
		definitionLink(each, log, prose),
	]);
	return similar.length === 0 ? '' : prose.join([['Similar earlier incidents:'], ...lines]);
}

/** Date, length and impact on one line. */
function facts(definition: Definition, log: DocumentContext['log'], prose: Prose): string {
	const impact = impactOf(definition, log.configuration.impact);
	return [definition.date ?? '', duration(definition), impact ? prose.code(impact.word) : '']
		.filter(part => part !== '')
		.join(' · ');
}

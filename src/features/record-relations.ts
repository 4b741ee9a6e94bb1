import type { Definition } from '../core/definition.ts';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { type ListedIncident, listedIncident } from './incident-list.ts';
import { newestFirst } from './newest.ts';

/** What a document refers to, what refers to it, and what is similar to it. Each incident is in one list. */
export interface RecordRelations {
	/** The title of the document. */
	readonly title: string;
	readonly groups: readonly RelationGroup[];
}

export interface RelationGroup {
	readonly kind: 'refers-to' | 'referred-to-by' | 'similar';
	/** The relation of a reference is `recurrence-of`, …, or null. */
	readonly incidents: readonly (ListedIncident & { readonly relation: string | null })[];
}

const MAX_SIMILAR = 10;

/** Returns the relations of a document; without groups for one that describes nothing. */
export async function recordRelations(document: LogDocument, log: Log): Promise<RecordRelations> {
	log.requireRead();
	const { uri } = document;
	const own = log.definitionsOf(uri);
	const [first] = own;
	if (first === undefined) {
		return { title: '', groups: [] };
	}
	const isOther = (definition: Definition) => definition.uri !== uri;
	const target = distinct(document.references.flatMap(reference => log.view.resolve(reference)).filter(isOther));
	const referring = distinct(
		own
			.flatMap(definition => log.referencesTo(definition))
			.flatMap(({ uri, reference }) => {
				const inFile = log.definitionsOf(uri);
				return inFile.find(({ id }) => id === reference.owner) ?? inFile[0] ?? [];
			})
			.filter(isOther),
	).toSorted(newestFirst);
	const named = new Set([...target, ...referring].map(({ id }) => id));
	const similar = first.kind === 'bulletin' ? [] : await log.search.earlierLike(first);
	const relationOf = ({ id }: Definition) => first.relations.find(each => each.id === id)?.relation ?? null;
	const group = (kind: RelationGroup['kind'], definitions: readonly Definition[]): RelationGroup[] =>
		definitions.length === 0
			? []
			: [
					{
						kind,
						incidents: definitions.map(each => ({
							...listedIncident(each, log),
							relation: kind === 'refers-to' ? relationOf(each) : null,
						})),
					},
				];
	return {
		title: first.title,
		groups: [
			...group('refers-to', target),
			...group('referred-to-by', referring),
			...group('similar', similar.filter(({ id }) => !named.has(id)).slice(0, MAX_SIMILAR)),
		],
	};
}

function distinct(definitions: readonly Definition[]): readonly Definition[] {
	return [
		...new Map(definitions.map(definition => [`${definition.uri} ${definition.range.start}`, definition])).values(),
	];
}

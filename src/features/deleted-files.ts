import { isWithin, normalUri } from '../core/uri/uri.ts';
import type { Session } from './feature.ts';

/** What refers to documents that are to be deleted. Documents that are deleted with them are not listed. */
export interface DeletionEffect {
	/** The documents to which others refer. */
	readonly deleted: readonly string[];
	/** The documents that refer to them, once each, in the order of their URIs. */
	readonly referrers: readonly { readonly uri: string; readonly references: number }[];
}

export function deletionEffect(session: Pick<Session, 'logs'>, uris: readonly string[]): DeletionEffect {
	const roots = uris.map(normalUri);
	const isDeleted = (uri: string) => roots.some(root => isWithin(root, uri));
	const deleted = new Set<string>();
	const referrers = new Map<string, Set<string>>();
	for (const log of session.logs()) {
		for (const { uri } of log.documents().filter(document => isDeleted(document.uri))) {
			for (const definition of log.definitionsOf(uri)) {
				for (const { uri: from, reference } of log.referencesTo(definition)) {
					const stays = log.view.resolve(reference).some(other => !isDeleted(other.uri));
					if (!isDeleted(from) && !stays) {
						deleted.add(uri);
						referrers.set(from, (referrers.get(from) ?? new Set()).add(`${reference.range.start}`));
					}
				}
			}
		}
	}
	return {
		deleted: [...deleted],
		referrers: [...referrers]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([uri, places]) => ({ uri, references: places.size })),
	};
}

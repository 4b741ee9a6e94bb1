import { normalUri } from '../core/uri/uri.ts';
import type { FileChange } from './environment.ts';

/** Consecutive changes of one type. */
export interface ChangeGroup {
	readonly type: FileChange['type'];
	/** In the form of `normalUri`. */
	readonly uris: ReadonlySet<string>;
}

/** Groups consecutive changes of the same type, so that deleted files are searched for once per group. */
export function groupChanges(changes: readonly FileChange[]): ChangeGroup[] {
	const groups: { readonly type: FileChange['type']; readonly uris: Set<string> }[] = [];
	for (const { uri, type } of changes) {
		const last = groups.at(-1);
		if (last?.type === type) {
			last.uris.add(normalUri(uri));
		} else {
			groups.push({ type, uris: new Set([normalUri(uri)]) });
		}
	}
	return groups;
}

import type { DocumentKind } from '../../core/document-kind.ts';
import { withLineFeeds } from '../../core/line-breaks.ts';
import { incidentTimes } from '../../schema/fields.ts';
import { scanKeys } from './detection.ts';

/** Front matter with one of these keys is native. */
const NATIVE_KEYS: Readonly<Partial<Record<DocumentKind, ReadonlySet<string>>>> = {
	incident: new Set([
		...['impact', 'kind', 'updates', 'timeline', 'action_items', 'references', 'postmortem', ...incidentTimes],
	]),
	postmortem: new Set([
		...['incident', 'incidents', 'published_at', 'action_items', 'timeline', 'root_cause', 'contributing_factors'],
		...['detection', 'resolution', 'lessons_learned', 'references', ...incidentTimes],
	]),
};

/** Whether the front matter of a record has a key that only native records have. */
export function hasNativeKey(kind: DocumentKind, keys: ReadonlySet<string>): boolean {
	const native = NATIVE_KEYS[kind];
	return native !== undefined && [...keys].some(key => native.has(key));
}

/** The same for the text of a record. */
export function hasNativeFrontMatter(kind: DocumentKind, written: string): boolean {
	return hasNativeKey(kind, scanKeys(withLineFeeds(written)));
}

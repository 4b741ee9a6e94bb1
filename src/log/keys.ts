import { comparableName } from '../core/record-names.ts';
import type { ReferenceTarget } from '../core/reference.ts';
import { normalUri } from '../core/uri/uri.ts';
import type { DayBlock } from './day-blocks.ts';
import { nameKeyOf } from './file-names.ts';

/** The keys of facts. A key is the unit of dependencies: with finer keys, an edit invalidates fewer documents. */
export const CLOCK_KEY = 'clock';
/** The parts of the log root that were not read. */
export const UNREAD_KEY = 'unread';
/** Whether all files of the log are read. */
export const READING_KEY = 'reading';
/** Which documents of the baseline exist. */
export const BASELINE_KEY = 'baseline';

/** The number of records that have the form of the dialect of the configuration. */
export const DIALECT_KEY = 'dialect';

/** Definitions with an id. */
export const idKey = (id: string) => `id:${id}`;
/** Incidents that began on an ISO date in the zone of the log. */
export const dateKey = (date: string) => `date:${date}`;
/** Incidents whose time includes a block of days. */
export const daysKey = ({ level, index }: DayBlock) => `days:${level}:${index}`;
/** Postmortems with an ISO date. */
export const postmortemDateKey = (date: string) => `postmortem-date:${date}`;
/** Postmortems of an incident. */
export const postmortemOfKey = (id: string) => `postmortem-of:${id}`;
/** Incidents with a `duplicate-of` relation to an id. */
export const duplicateOfKey = (id: string) => `duplicate-of:${id}`;
/** Bulletins with an ISO date. */
export const bulletinKey = (date: string) => `bulletin:${date}`;
/** Definitions in a file, and whether it exists. */
export const fileKey = (uri: string) => `file:${uri}`;
/** Records with a name or a prefix of a name, in the form of `comparableName`. */
export const nameKey = (name: string) => `name:${name}`;
/** Ids of a shape, as `shapeOf` returns it. */
export const shapeKey = (shape: string) => `shape:${shape}`;
/** Files with a name, records or not. */
export const fileNameKey = (name: string) => `file-name:${nameKeyOf(name)}`;

/** References to a target. */
export function referenceKey(target: ReferenceTarget): string {
	switch (target.by) {
		case 'id':
			return `ref:id:${comparableName(target.id)}`;
		case 'date':
			return `ref:date:${target.date}`;
		case 'week':
			return `ref:week:${target.endsOn}`;
		case 'uri':
			return `ref:uri:${normalUri(target.uri)}`;
	}
}

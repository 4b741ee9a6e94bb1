import type { ReferenceTarget } from '../core/reference.ts';
import { normalUri } from '../core/uri/uri.ts';

/**
 * The keys under which facts are asked for. A key is the unit in which the log knows who depends on what: the finer the
 * keys, the less is checked again after an edit.
 */
export const CLOCK_KEY = 'clock';
/** The parts of the log's folder that were not read. */
export const UNREAD_KEY = 'unread';

/** All that define an id. */
export const idKey = (id: string) => `id:${id}`;
/** Incidents that began on an ISO date in the log's zone. */
export const dateKey = (date: string) => `date:${date}`;
/** Postmortems whose date is an ISO date. */
export const postmortemDateKey = (date: string) => `postmortem-date:${date}`;
/** Postmortems that name an incident as theirs. */
export const postmortemOfKey = (id: string) => `postmortem-of:${id}`;
/** Incidents that say of themselves that they duplicate another one. */
export const duplicateOfKey = (id: string) => `duplicate-of:${id}`;
/** Bulletins dated by an ISO date. */
export const bulletinKey = (date: string) => `bulletin:${date}`;
/** What is defined in a file, and whether there is one. */
export const fileKey = (uri: string) => `file:${uri}`;

/** Who refers to a target. */
export function referenceKey(target: ReferenceTarget): string {
	switch (target.by) {
		case 'id':
			return `ref:id:${target.id}`;
		case 'date':
			return `ref:date:${target.date}`;
		case 'week':
			return `ref:week:${target.endsOn}`;
		case 'uri':
			return `ref:uri:${normalUri(target.uri)}`;
	}
}

import type { Temporal } from 'temporal-polyfill';
import type { NotUnderstood } from '../../core/coverage.ts';
import type { Reference } from '../../core/reference.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { GeneralReading } from '../dialects/general.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Postmortem } from '../model/document.ts';
import type { Fields } from '../model/fields.ts';
import { readIdentity } from './identity.ts';
import { readRecordFacts } from './record-facts.ts';

export interface PostmortemReading {
	readonly postmortem: Postmortem;
	/** In no particular order. They have no owner, because a postmortem is not an incident. */
	readonly references: readonly Reference[];
	readonly notUnderstood: readonly NotUnderstood[];
}

/** Reads a postmortem: its front matter or YAML, and its page. */
export function readPostmortem(
	fields: Fields,
	page: Markdown | undefined,
	general?: GeneralReading,
): PostmortemReading {
	const incidents = [...fields.texts(['incident']), ...fields.texts(['incidents'])];
	const identity = readIdentity(fields, undefined);
	const ids = [...incidents.map(({ value }) => value), ...(identity.hasWrittenId ? [identity.id] : [])];
	const { facts, references, notUnderstood } = readRecordFacts(
		fields,
		page,
		general,
		ids.map(dateOfId).find(date => date),
	);
	const { incidentStatus } = general ?? {};
	return { postmortem: { ...facts, incidents, ...(incidentStatus && { incidentStatus }) }, references, notUnderstood };
}

/** The date at the start of an id, as in `2024-08-26-lease-acquisition`. */
function dateOfId(id: string): Temporal.PlainDate | undefined {
	const written = /^\d{4}-\d\d-\d\d/.exec(id)?.[0];
	const reading = written === undefined ? undefined : readTime(written, { timeZone: 'UTC' });
	return reading?.ok ? reading.date : undefined;
}

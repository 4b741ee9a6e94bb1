import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import type { RelatedLocation } from '../../core/finding.ts';
import { formatDay } from '../../core/time/format.ts';

/** Where a definition stands, as a related place of a finding. */
export function relatedDefinition(definition: Definition): RelatedLocation {
	const { uri, range, title, date } = definition;
	return { uri, range, message: date === undefined ? title : `${title}, ${dayText(date)}` };
}

/** "26 August 2024", of an ISO date. */
export function dayText(date: string): string {
	return formatDay(Temporal.PlainDate.from(date));
}

import type { Definition } from '../../core/definition.ts';
import type { RelatedLocation } from '../../core/finding.ts';
import { formatDay } from '../../core/time/format.ts';

/** Returns the location of a definition as a related location of a finding. */
export function relatedDefinition(definition: Definition): RelatedLocation {
	const { uri, range, title, date } = definition;
	return { uri, range, message: date === undefined ? title : `${title}, ${formatDay(date)}` };
}

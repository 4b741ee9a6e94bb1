import type { Incident } from '../../core/incident.ts';
import type { LogDocument } from './document.ts';

/**
 * Returns the incidents of a document and, for a postmortem, the incident that its own facts describe. Rules about times
 * apply to both.
 */
export function recordsOf({ incidents, postmortem, text }: LogDocument): readonly Incident[] {
	if (postmortem === undefined) {
		return incidents;
	}
	const { incidents: ids, incidentStatus, ...facts } = postmortem;
	const range = { start: 0, end: text.length };
	return [...incidents, { ...facts, status: incidentStatus, source: 'record', kind: 'incident', updates: [], range }];
}

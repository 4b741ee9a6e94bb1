import type { Incident, LocatedTime } from './incident.ts';

/**
 * Returns the effective start of an incident. For a maintenance that is not in progress yet it is `scheduled_for`.
 */
export function startOf(incident: Incident): LocatedTime | undefined {
	const { kind, status, times } = incident;
	const started = times.get('started_at');
	if (kind !== 'maintenance') {
		return started;
	}
	const planned = times.get('scheduled_for');
	return status?.value === 'scheduled' ? (planned ?? started) : (started ?? planned);
}

/**
 * Returns the effective end; undefined while the incident is open. A maintenance that is not stated as in progress ends
 * at its planned end; a notice without an end ends when it starts.
 */
export function endOf(incident: Incident): LocatedTime | undefined {
	const { kind, status, times } = incident;
	const resolved = times.get('resolved_at');
	if (kind === 'notice') {
		return resolved ?? times.get('started_at');
	}
	const underWay = status?.value === 'in_progress' || status?.value === 'verifying';
	return resolved ?? (kind === 'maintenance' && !underWay ? times.get('scheduled_until') : undefined);
}

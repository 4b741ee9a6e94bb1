import type { Incident, LocatedTime } from './incident.ts';

/**
 * The time that counts as an incident's start. A maintenance still to come has none: until it is under way,
 * `scheduled_for` stands for `started_at`.
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
 * The time that counts as its end; undefined while it is open. A maintenance that nobody says is under way ends when it
 * is planned to end; a notice without an end is over as it begins.
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

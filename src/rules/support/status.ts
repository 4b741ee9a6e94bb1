import type { Incident } from '../../core/incident.ts';

const OVER: ReadonlySet<string> = new Set(['resolved', 'postmortem', 'completed']);

/** Whether an incident's status says that it is over. */
export function isOver({ status }: Incident): boolean {
	return status !== undefined && OVER.has(status.value);
}

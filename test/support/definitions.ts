import type { Definition } from '../../src/core/definition.ts';

/** Returns an incident defined by a record, with other values for some fields. */
export function incidentDefinition(values: Partial<Definition>): Definition {
	return {
		kind: 'incident',
		source: 'record',
		id: '2024-08-26-leases',
		uri: 'file:///incidents/a.yaml',
		range: { start: 0, end: 1 },
		title: 'Leases refused',
		incidentKind: 'incident',
		status: undefined,
		impact: undefined,
		inferredImpact: undefined,
		date: '2024-08-26',
		start: undefined,
		end: undefined,
		inferredEnd: undefined,
		inferredDuration: undefined,
		isOpen: false,
		mitigated: undefined,
		isDateOnly: false,
		startText: undefined,
		startZone: undefined,
		components: [],
		summary: '',
		relations: [],
		postmortem: undefined,
		incidents: [],
		...values,
	};
}

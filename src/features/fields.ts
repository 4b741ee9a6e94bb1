import type { DocumentKind } from '../core/document-kind.ts';

type Path = readonly (string | number)[];

/** Fields that mean more than their schema can say, by kind of document; `*` is an item of a list, or any key. */
const FIELDS = {
	impact: { incident: ['impact'] },
	impactLevel: { configuration: ['impact.aliases.*'] },
	status: { incident: ['status', 'updates.*.status'] },
	component: { incident: ['components', 'components.*'] },
	incident: {
		incident: ['references.*', 'references.*.id'],
		postmortem: ['incident', 'incidents', 'incidents.*', 'references.*', 'references.*.id'],
	},
	postmortem: { incident: ['postmortem'] },
	timeZone: { configuration: ['time_zone'] },
	rules: { configuration: ['rules'] },
	ruleLevel: { configuration: ['rules.*', 'rules.*.*'] },
} as const satisfies Record<string, Partial<Record<DocumentKind, readonly string[]>>>;

export type FieldMeaning = keyof typeof FIELDS;

/** Whether the field at a path of keys and indices is one of those that mean this. */
export function means(meaning: FieldMeaning, kind: DocumentKind, path: Path): boolean {
	const byKind: Partial<Record<DocumentKind, readonly string[]>> = FIELDS[meaning];
	return (byKind[kind] ?? []).some(pattern => {
		const steps = pattern.split('.');
		return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
	});
}

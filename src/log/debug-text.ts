import type { Definition } from '../core/definition.ts';
import type { PlacedReference } from './extract-facts.ts';
import type { LogIndex } from './log-index.ts';
import type { Spelling } from './spelling.ts';

/** Formats facts as text, one per line. The order depends only on the facts. */
export function debugText(facts: LogIndex): string {
	const lines: string[] = [];
	for (const key of [...facts.definitions.keys()].sort()) {
		lines.push(...facts.definitions.get(key).map(definition => `${key} = ${definitionText(definition)}`));
	}
	for (const key of [...facts.references.keys()].sort()) {
		lines.push(...facts.references.get(key).map(reference => `${key} = ${referenceText(reference)}`));
	}
	for (const key of [...facts.spellings.keys()].sort()) {
		lines.push(...facts.spellings.get(key).map(({ uri, id }: Spelling) => `${key} = ${id} in ${uri}`));
	}
	return lines.join('\n');
}

function definitionText({ kind, source, uri, range, title, start, end, date }: Definition): string {
	const span = `${start ?? '?'}–${end ?? '?'}`;
	return `${source} of ${kind} ${uri}:${range.start}-${range.end} ${JSON.stringify(title)} ${date ?? 'undated'} ${span}`;
}

function referenceText({ uri, reference: { form, range, relation, owner } }: PlacedReference): string {
	return `${form} ${uri}:${range.start}-${range.end}${relation ? ` ${relation}` : ''}${owner === undefined ? '' : ` of ${owner}`}`;
}

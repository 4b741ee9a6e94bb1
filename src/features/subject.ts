import type { Definition } from '../core/definition.ts';
import { contains, type Range } from '../core/range.ts';
import { comparableName } from '../core/record-names.ts';
import type { Reference } from '../core/reference.ts';
import type { Log } from '../log/log.ts';
import type { DocumentContext } from './feature.ts';

/** The object at the cursor: a reference, or a definition. */
export interface Subject {
	/** Undefined at a definition. */
	readonly reference: Reference | undefined;
	/** Empty for an unresolved reference; several for an ambiguous one. */
	readonly definitions: readonly Definition[];
	readonly range: Range;
}

/**
 * The innermost reference at an offset, otherwise the definition there (an id, a title, or the headline of an entry).
 */
export function subjectAt({ document, log }: DocumentContext, offset: number): Subject | undefined {
	const reference = document.references
		.filter(({ fullRange }) => contains(fullRange, offset))
		.sort((a, b) => length(a.fullRange) - length(b.fullRange))[0];
	if (reference) {
		return { reference, definitions: log.view.resolve(reference), range: reference.range };
	}
	const definition = log
		.definitionsOf(document.uri)
		.filter(({ range }) => range.end > range.start && contains(range, offset))
		.sort((a, b) => length(a.range) - length(b.range))[0];
	return definition && { reference: undefined, definitions: [definition], range: definition.range };
}

/** The URI of a file that is not a record, if an unresolved wiki link names it. */
export function otherFileOf({ form, target }: Reference, log: Log): string | undefined {
	return form === 'wiki-link' && target.by === 'id'
		? log.view.filesNamed(comparableName(target.id)).find(uri => !log.has(uri))
		: undefined;
}

function length(range: Range): number {
	return range.end - range.start;
}

import type { Definition } from '../core/definition.ts';
import { contains, type Range } from '../core/range.ts';
import type { Reference } from '../core/reference.ts';
import type { DocumentContext } from './feature.ts';

/** What stands under the cursor: something that names an incident, or the place where one is defined. */
export interface Subject {
	/** Undefined on a definition's own place. */
	readonly reference: Reference | undefined;
	/** None for a reference that is unresolved, several for one that is ambiguous. */
	readonly definitions: readonly Definition[];
	readonly range: Range;
}

/** The innermost reference at an offset; else the definition (an id, a title, an entry's headline) that is written there. */
export function subjectAt({ document, log }: DocumentContext, offset: number): Subject | undefined {
	const reference = document.references
		.filter(({ extent }) => contains(extent, offset))
		.sort((a, b) => length(a.extent) - length(b.extent))[0];
	if (reference) {
		return { reference, definitions: log.view.resolve(reference), range: reference.range };
	}
	const definition = log.view
		.inFile(document.uri)
		?.filter(({ range }) => range.end > range.start && contains(range, offset))
		.sort((a, b) => length(a.range) - length(b.range))[0];
	return definition && { reference: undefined, definitions: [definition], range: definition.range };
}

function length(range: Range): number {
	return range.end - range.start;
}

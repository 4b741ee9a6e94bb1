import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import { nameOf } from '../core/uri/uri.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { type DocumentContext, RequestError } from './feature.ts';
import { subjectAt } from './subject.ts';

/** The record whose id is renamed. */
export interface RenameTarget {
	readonly definition: Definition;
	/** The range that the editor selects. */
	readonly range: Range;
	/** The document of the definition; not necessarily the one with the cursor. */
	readonly document: LogDocument;
	/** The range of the id; undefined if the file name is the id. */
	readonly written: Range | undefined;
	/** The file name is the id. */
	readonly isNamedAfterIt: boolean;
}

/** Undefined if there is no id at the offset. Throws a `RequestError` for an id that cannot be renamed. */
export function renameTargetAt(context: DocumentContext, offset: number): RenameTarget | undefined {
	const subject = subjectAt(context, offset);
	const [definition, other] = subject?.definitions ?? [];
	if (subject === undefined || definition === undefined || definition.kind === 'bulletin') {
		return undefined;
	}
	if (other !== undefined) {
		throw new RequestError('Ambiguous reference. Expected a rename at the definition of one incident.');
	}
	const document = context.log.document(definition.uri);
	if (document === undefined) {
		return undefined;
	}
	const written = writtenId(definition, document);
	if (definition.source === 'entry' && written === undefined) {
		throw new RequestError(
			'Incident without an id: only a bulletin describes it, by day and headline. Expected an incident with an id.',
		);
	}
	const isNamedAfterIt = definition.source === 'record' && stemOf(definition.uri) === definition.id;
	return { definition, range: subject.range, document, written, isNamedAfterIt };
}

/** The range of a written id; undefined if the id is derived from another field or from the file name. */
export function writtenId({ kind, id, range }: Definition, document: LogDocument): Range | undefined {
	const { postmortem, incidents } = document;
	const defined =
		kind === 'postmortem' ? postmortem : incidents.find(each => each.id === id && each.idRange.start === range.start);
	return defined?.hasWrittenId ? defined.idRange : undefined;
}

/** A file name without its ending. */
function stemOf(uri: string): string {
	return nameOf(uri).replace(/\.[^.]*$/, '');
}

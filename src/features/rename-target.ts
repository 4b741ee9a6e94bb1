import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import { nameOf } from '../core/uri/uri.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { type DocumentContext, RequestError } from './feature.ts';
import { subjectAt } from './subject.ts';

/** The record that a rename at some place is about. */
export interface RenameTarget {
	readonly definition: Definition;
	/** What the editor selects. */
	readonly range: Range;
	/** Its document, which need not be the one that the cursor is in. */
	readonly document: LogDocument;
	/** The id where it is written; undefined where the file's name is the id. */
	readonly written: Range | undefined;
	/** The file bears the id as its name. */
	readonly isNamedAfterIt: boolean;
}

/** Undefined where nothing stands that has an id. Refuses what cannot be renamed, and says why. */
export function renameTargetAt(place: DocumentContext, offset: number): RenameTarget | undefined {
	const subject = subjectAt(place, offset);
	const [definition, other] = subject?.definitions ?? [];
	if (subject === undefined || definition === undefined || definition.kind === 'bulletin') {
		return undefined;
	}
	if (other !== undefined) {
		throw new RequestError('several incidents may be meant here; rename one of them where it is told');
	}
	const document = place.log.document(definition.uri);
	if (document === undefined) {
		return undefined;
	}
	const written = writtenId(definition, document);
	if (definition.source === 'entry' && written === undefined) {
		throw new RequestError('an incident that only a bulletin tells of is named by its day and headline');
	}
	const isNamedAfterIt = definition.source === 'record' && stemOf(definition.uri) === definition.id;
	return { definition, range: subject.range, document, written, isNamedAfterIt };
}

/** Where the id of a definition is written out, and not merely stands for another field or for the file's name. */
export function writtenId({ kind, id, range }: Definition, document: LogDocument): Range | undefined {
	const { postmortem, incidents } = document;
	const told =
		kind === 'postmortem' ? postmortem : incidents.find(each => each.id === id && each.idRange.start === range.start);
	return told?.idWritten ? told.idRange : undefined;
}

/** The name of a file without its ending. */
function stemOf(uri: string): string {
	return nameOf(uri).replace(/\.[^.]*$/, '');
}

import type { Located, Range } from '../../core/range.ts';
import { recordName } from '../../core/record-files.ts';
import type { Fields } from '../model/fields.ts';

/** The id of a record: written in `id`, or else the name of its file. */
export interface Identity {
	readonly id: string;
	/** The id where it is written; else the title; else the record's first key; else the head of the file. */
	readonly idRange: Range;
	readonly idWritten: boolean;
}

export function readIdentity(fields: Fields, title: Located<string> | undefined): Identity {
	const written = fields.text(['id']);
	if (written) {
		return { id: written.value.trim(), idRange: written.range, idWritten: true };
	}
	const head = fields.data?.keys([])[0]?.range ?? { start: 0, end: 0 };
	return { id: recordName(fields.source.uri), idRange: title?.range ?? head, idWritten: false };
}

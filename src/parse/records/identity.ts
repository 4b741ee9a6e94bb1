import { EMPTY_RANGE, type Located, type Range } from '../../core/range.ts';
import { recordName } from '../../core/record-files.ts';
import type { Fields } from '../model/fields.ts';

/** The id of a record: the field `id`, otherwise the file name without extension. */
export interface Identity {
	readonly id: string;
	/** The range of the id, otherwise of the title, otherwise of the first key, otherwise the start of the file. */
	readonly idRange: Range;
	readonly hasWrittenId: boolean;
}

export function readIdentity(fields: Fields, title: Located<string> | undefined): Identity {
	const written = fields.text(['id']);
	if (written) {
		return { id: written.value.trim(), idRange: written.range, hasWrittenId: true };
	}
	const firstKey = fields.data?.keys([])[0]?.range ?? EMPTY_RANGE;
	return { id: recordName(fields.source.uri), idRange: title?.range ?? firstKey, hasWrittenId: false };
}

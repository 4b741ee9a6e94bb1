import type { LogDocument } from '../../parse/model/document.ts';

/** What a field is called in a document: in one of another dialect it has a name of its own. */
export function fieldName({ data }: LogDocument, field: string): string {
	return data?.sourceName?.(field) ?? field;
}

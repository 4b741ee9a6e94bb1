import type { LogDocument } from '../../parse/document.ts';

/** What a field is called in a document: in one of another dialect it has a name of its own. */
export function fieldName({ data }: LogDocument, field: string): string {
	return data?.nameOf?.(field) ?? field;
}

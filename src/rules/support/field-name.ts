import type { LogDocument } from '../../parse/model/document.ts';

/** Returns the name of a field in a document, which depends on its dialect. */
export function fieldName({ data }: LogDocument, field: string): string {
	return data?.sourceName?.(field) ?? field;
}

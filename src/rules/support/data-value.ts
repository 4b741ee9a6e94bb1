import type { LogDocument } from '../../parse/model/document.ts';

/** The YAML of a document as plain values. Rules call it through `once`, because each access builds all objects. */
export function dataValue({ data }: LogDocument): Readonly<Record<string, unknown>> | undefined {
	return data?.value;
}

import { RELATIONS, type Relation } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import { isPath } from '../../core/record-names.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import { resolvePath } from '../../core/uri/file-name.ts';
import type { DataPath } from '../model/data.ts';
import { type Fields, oneOf } from '../model/fields.ts';

/** The kind of document that a field refers to. */
type TargetKind = 'incident' | 'postmortem' | 'any';

/**
 * Reads the references in the fields of an incident record or a postmortem: `references:`, `incident:`, `incidents:`,
 * `postmortem:`. `owner` is the id of the record's incident.
 */
export function readFieldReferences(fields: Fields, owner: string | undefined): Reference[] {
	const references: Reference[] = [];
	const add = (path: DataPath, kind: TargetKind, relation: Relation | undefined) => {
		const written = fields.text(path);
		const target = written && targetOf(fields, written, kind);
		const node = fields.data?.at(path);
		if (written && target && node) {
			references.push({ form: 'field', target, range: written.range, fullRange: written.range, relation, owner });
		}
	};
	for (const item of fields.items(['references'])) {
		const relation = oneOf(RELATIONS, fields.text([...item, 'relation'])?.value);
		add(item, 'any', undefined);
		add([...item, 'id'], 'any', relation);
	}
	add(['postmortem'], 'postmortem', undefined);
	for (const field of ['incident', 'incidents']) {
		add([field], 'incident', undefined);
		for (const item of fields.items([field])) {
			add(item, 'incident', undefined);
		}
	}
	return references;
}

/** The target of a field: a path if it contains a slash or has a file extension, otherwise an id. */
function targetOf(fields: Fields, written: Located<string>, kind: TargetKind): ReferenceTarget | undefined {
	const text = written.value.trim();
	if (!isPath(text)) {
		return { by: 'id', id: text, kind, isExact: true };
	}
	const uri = resolvePath(fields.source.uri, text);
	return uri === undefined ? undefined : { by: 'uri', uri };
}

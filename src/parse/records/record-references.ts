import { RELATIONS, type Relation } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import { resolvePath } from '../../core/uri/file-name.ts';
import type { DataPath } from '../model/data.ts';
import { type Fields, oneOf } from '../model/fields.ts';

/** What a field names: an id of some kind, or a record's file. */
type NamedKind = 'incident' | 'postmortem' | 'any';

/**
 * The references in the fields of an incident record or a postmortem: `references:`, `incident:`, `incidents:`,
 * `postmortem:`. `owner` is the id of the incident whose record it is.
 */
export function readFieldReferences(fields: Fields, owner: string | undefined): Reference[] {
	const references: Reference[] = [];
	const add = (path: DataPath, kind: NamedKind, relation: Relation | undefined) => {
		const named = fields.text(path);
		const target = named && targetOf(fields, named, kind);
		const node = fields.data?.at(path);
		if (named && target && node) {
			references.push({ form: 'field', target, range: named.range, extent: named.range, relation, owner });
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

/** An id, or a path where it looks like one: ids have neither a slash nor a file's ending. */
function targetOf(fields: Fields, named: Located<string>, kind: NamedKind): ReferenceTarget | undefined {
	const name = named.value.trim();
	if (!/\/|\.(?:md|markdown|ya?ml)$/i.test(name)) {
		return { by: 'id', id: name, kind };
	}
	const uri = resolvePath(fields.source.uri, name);
	return uri === undefined ? undefined : { by: 'uri', uri };
}

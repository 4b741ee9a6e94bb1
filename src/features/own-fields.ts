import type { FieldSchema } from '../core/field-schema.ts';
import { yamlText } from '../parse/yaml-text.ts';
import type { SchemaNode } from './schema.ts';

/** The team's own fields by name, in the form of the bundled schemas. Their keys are the team's: the object has no prototype. */
export function ownNodes(fields: ReadonlyMap<string, FieldSchema>): Record<string, SchemaNode> {
	const nodes: Record<string, SchemaNode> = Object.create(null);
	for (const [name, field] of fields) {
		nodes[name] = nodeOf(field);
	}
	return nodes;
}

function nodeOf(field: FieldSchema): SchemaNode {
	const { title, types, items, properties, required, additionalProperties } = field;
	const words = field.description ?? title;
	const values = wordsOf(field);
	return {
		...(title !== undefined && { title }),
		...(words !== undefined && { words }),
		...(types.length > 0 && { type: types }),
		...(values && { enum: values }),
		...(items && { items: nodeOf(items) }),
		...(properties.size > 0 && { properties: ownNodes(properties) }),
		...(required.length > 0 && { required }),
		additionalProperties:
			typeof additionalProperties === 'object' ? nodeOf(additionalProperties) : additionalProperties,
	};
}

/** The values that will do, as they are written in YAML: in quotes where they would be read as something else without. */
function wordsOf({ types, values }: FieldSchema): readonly string[] | undefined {
	if (values) {
		return [...values.values()].map(yamlText);
	}
	return types.length === 1 && types[0] === 'boolean' ? ['true', 'false'] : undefined;
}

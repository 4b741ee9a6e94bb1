import bulletin from '../../schemas/bulletin.schema.json';
import incident from '../../schemas/incident.schema.json';
import configuration from '../../schemas/incident-log.schema.json';
import postmortem from '../../schemas/postmortem.schema.json';
import type { DocumentKind } from '../core/document-kind.ts';

/** The part of JSON Schema that the bundled schemas use to tell people what a field is. */
export interface SchemaNode {
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, SchemaNode>>;
	readonly title?: string;
	readonly description?: string;
	readonly type?: string | readonly string[];
	readonly enum?: readonly string[];
	readonly default?: unknown;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: boolean | SchemaNode;
	readonly items?: SchemaNode;
}

const schemas: Readonly<Record<DocumentKind, SchemaNode>> = { incident, postmortem, bulletin, configuration };

/** What the schema of a kind says of the field at a path of keys, `*` standing for an item of a list. */
export function schemaAt(kind: DocumentKind, path: readonly (string | number)[]): SchemaNode | undefined {
	const root = schemas[kind];
	let node: SchemaNode | undefined = root;
	for (const step of path) {
		node = node && child(node, step);
		node = node && resolve(root, node);
	}
	return node;
}

function child(node: SchemaNode, step: string | number): SchemaNode | undefined {
	if (step === '*' || typeof step === 'number') {
		return node.items;
	}
	if (node.properties && Object.hasOwn(node.properties, step)) {
		return node.properties[step];
	}
	return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

/** The node with what it refers to filled in; what it says itself goes first. `$ref` stays as the name of its type. */
function resolve(root: SchemaNode, node: SchemaNode): SchemaNode {
	const name = node.$ref?.slice('#/$defs/'.length);
	const target = name === undefined ? undefined : root.$defs?.[name];
	return target ? { ...target, ...node } : node;
}

/** Whether a field holds a time, or a day. */
export function isTime(node: SchemaNode): boolean {
	return node.$ref === '#/$defs/time';
}

export function isType(node: SchemaNode, type: 'array' | 'object' | 'string'): boolean {
	return node.type === type || (Array.isArray(node.type) && node.type.includes(type));
}

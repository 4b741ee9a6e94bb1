import bulletin from '../../schemas/bulletin.schema.json';
import incident from '../../schemas/incident.schema.json';
import configuration from '../../schemas/incident-log.schema.json';
import postmortem from '../../schemas/postmortem.schema.json';
import type { DocumentKind } from '../core/document-kind.ts';
import type { FieldSchema } from '../core/field-schema.ts';
import type { Place } from './feature.ts';
import { ownNodes } from './own-fields.ts';

/** The part of JSON Schema that the bundled schemas use to tell people what a field is. */
export interface SchemaNode {
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, SchemaNode>>;
	readonly title?: string;
	readonly description?: string;
	/** What a team says of a field of its own: letters, where `description` is Markdown. */
	readonly words?: string;
	readonly type?: string | readonly string[];
	readonly enum?: readonly string[];
	readonly default?: unknown;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: boolean | SchemaNode;
	readonly items?: SchemaNode;
}

const schemas: Readonly<Record<DocumentKind, SchemaNode>> = { incident, postmortem, bulletin, configuration };

/**
 * What is known of the field at a path of keys, `*` standing for an item of a list: from the schema of the document's
 * kind, or from what the log's configuration says of the team's own fields.
 */
export function schemaAt({ document, log }: Place, path: readonly (string | number)[]): SchemaNode | undefined {
	const root = withOwnFields(schemas[document.kind], log.view.configuration.fields[document.kind]);
	let node: SchemaNode | undefined = root;
	for (const step of path) {
		node = node && child(node, step);
		node = node && resolve(root, node);
	}
	return node;
}

type KindFields = ReadonlyMap<string, FieldSchema>;
const roots = new WeakMap<KindFields, SchemaNode>();

/** What a team says of a field that there is goes before what the schema says of it. */
function withOwnFields(root: SchemaNode, own: KindFields | undefined): SchemaNode {
	if (own === undefined) {
		return root;
	}
	const known = roots.get(own);
	if (known) {
		return known;
	}
	const properties: Record<string, SchemaNode> = Object.assign(Object.create(null), root.properties);
	for (const [name, node] of Object.entries(ownNodes(own))) {
		properties[name] = { ...properties[name], ...node };
	}
	const both = { ...root, properties };
	roots.set(own, both);
	return both;
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

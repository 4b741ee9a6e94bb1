import type { Configuration } from '../../core/configuration.ts';
import { ownValue } from '../../core/own-value.ts';
import { scalarText } from '../../core/scalar-text.ts';
import { list, type MappedNode, scalar } from '../model/mapped-data.ts';
import type { Dialect, FieldMapping } from './dialect.ts';

/** A field of the front matter, by its name in lower case. */
export interface RawField {
	readonly name: string;
	readonly node: MappedNode;
}

export type NativeField = readonly [field: string, node: MappedNode];

/** Maps the fields of a record to native names and values. Fields without a mapping are ignored. */
export function mapFields(dialect: Dialect, raw: readonly RawField[], configuration: Configuration): NativeField[] {
	const fields = new Map<string, MappedNode>();
	/** Times that are mapped already: a written time is not mapped to two native fields. */
	const used = new Set<RawField>();
	for (const field of dialect.fields) {
		const isTime = field.as === 'time';
		const found = fields.has(field.to) ? undefined : firstOf(field, raw, isTime ? used : NONE);
		const node = found && nodeOf(field, found, configuration, dialect);
		if (node) {
			fields.set(field.to, node);
		}
		if (node && isTime) {
			used.add(found);
		}
	}
	return withStatusOfKind(fields);
}

const NONE: ReadonlySet<RawField> = new Set();

/** The first name of the mapping that has a field with a value. */
function firstOf(field: FieldMapping, raw: readonly RawField[], used: ReadonlySet<RawField>): RawField | undefined {
	for (const name of field.from) {
		const found = raw.find(one => one.name === name.toLowerCase() && !used.has(one) && !isBlank(one));
		if (found) {
			return found;
		}
	}
	return undefined;
}

function isBlank({ node: { value, members } }: RawField): boolean {
	return (
		value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && members.length === 0)
	);
}

function nodeOf(
	field: FieldMapping,
	{ node }: RawField,
	{ impact }: Configuration,
	dialect: Dialect,
): MappedNode | undefined {
	const { value, range, keyRange, members } = node;
	switch (field.as) {
		case 'text':
		case 'time':
			return node;
		case 'list':
			return members.length > 0 || typeof value === 'object'
				? node
				: list([scalar(value, range, undefined)], range, keyRange);
		case 'word': {
			const word = scalarText(value)?.trim();
			if (word === undefined) {
				// A list or a mapping is reported by schema validation, once even if several mappings read it.
				return isMainMapping(field, dialect) ? node : undefined;
			}
			const native = ownValue(field.words, word.toLowerCase());
			if (field.to === 'impact' && impact.levelOf(word) !== undefined) {
				// The configuration of the log has the words of the dialect as levels or aliases.
				return scalar(word, range, keyRange);
			}
			return native === undefined ? (field.keepsUnknownWords ? node : undefined) : scalar(native, range, keyRange);
		}
	}
}

/** Whether a mapping keeps unknown words, or no other mapping of the same source field does. */
function isMainMapping(field: FieldMapping, { fields }: Dialect): boolean {
	return (
		field.keepsUnknownWords === true ||
		!fields.some(other => other.keepsUnknownWords && other.from.some(name => field.from.includes(name)))
	);
}

const OF_MAINTENANCE: Readonly<Record<string, string>> = {
	investigating: 'in_progress',
	identified: 'in_progress',
	monitoring: 'verifying',
	resolved: 'completed',
};

/** Converts a status of incidents to that of the kind: a maintenance has other status values. */
export function statusOf(kind: unknown, word: string): string {
	return kind === 'maintenance' ? (ownValue(OF_MAINTENANCE, word) ?? word) : word;
}

/** Converts the status of a maintenance. */
function withStatusOfKind(fields: Map<string, MappedNode>): NativeField[] {
	const status = fields.get('status');
	if (status && typeof status.value === 'string') {
		const word = statusOf(fields.get('kind')?.value, status.value);
		fields.set('status', scalar(word, status.range, status.keyRange));
	}
	return [...fields];
}

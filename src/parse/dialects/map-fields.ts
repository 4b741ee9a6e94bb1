import type { Configuration } from '../../core/configuration.ts';
import { ownValue } from '../../core/own-value.ts';
import { scalarText } from '../../core/scalar-text.ts';
import type { Dialect, FieldMapping } from './dialect.ts';
import type { RawField } from './heads.ts';
import { list, type MappedNode, scalar } from './mapped-data.ts';

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
		const found = raw.find(
			one => one.name === name.toLowerCase() && !used.has(one) && !isBlank(one) && (fits(field, one) ?? true),
		);
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

/** Outside of front matter a value can be prose ("Resolved: yes, after a restart"): a time must begin with a digit. */
function fits(field: FieldMapping, { head, node }: RawField): boolean | undefined {
	return field.as === 'time' && head !== 'front-matter' ? /^["'(~]?\d/.test(scalarText(node.value) ?? '') : undefined;
}

function nodeOf(
	field: FieldMapping,
	{ node, head }: RawField,
	{ impact }: Configuration,
	dialect: Dialect,
): MappedNode | undefined {
	const { value, range, keyRange, members } = node;
	switch (field.as) {
		case 'text':
			return node;
		case 'time':
			return head === 'front-matter' || typeof value !== 'string' ? node : leadingTime(node, value);
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

/** A time at the start of a value, which other words can follow: "2024-08-26 05:30 (first alert)". */
const TIME =
	/^["'(~]?\d[\d:/.TZ+-]*(?: ?\d[\d:.]*)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:[A-Z]{2,5}\b|Z\b|[+-]\d\d:?\d\d))?/;

function leadingTime({ range, keyRange }: MappedNode, value: string): MappedNode {
	const length = (TIME.exec(value)?.[0] ?? value).trimEnd().length;
	return scalar(value.slice(0, length), { start: range.start, end: range.start + length }, keyRange);
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

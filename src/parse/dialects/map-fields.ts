import type { Configuration } from '../../core/configuration.ts';
import { ownValue } from '../../core/own-value.ts';
import { scalarText } from '../../core/scalar-text.ts';
import type { Dialect, FieldMapping } from './dialect.ts';
import type { RawField } from './heads.ts';
import { list, type MappedNode, scalar } from './mapped-data.ts';

export type NativeField = readonly [field: string, node: MappedNode];

/** The fields of a record under their native names, with native values. What the dialect has for itself is left out. */
export function mapFields(dialect: Dialect, raw: readonly RawField[], configuration: Configuration): NativeField[] {
	const fields = new Map<string, MappedNode>();
	/** One written time is one time, though two fields could be it. */
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
	return inOwnWords(fields);
}

const NONE: ReadonlySet<RawField> = new Set();

/** By the order of the names, and for each the first that has a value. */
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

/** Prose stands where a page has its fields, too ("Resolved: yes, after a restart"): a time begins with a figure there. */
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
				// A list or a mapping: the schema reports it at its place, once though several fields are read from it.
				return isMainField(field, dialect) ? node : undefined;
			}
			const native = ownValue(field.words, word.toLowerCase());
			if (field.to === 'impact' && impact.levelOf(word) !== undefined) {
				// The log has put the dialect's own words on its scale.
				return scalar(word, range, keyRange);
			}
			return native === undefined ? (field.otherwise === 'kept' ? node : undefined) : scalar(native, range, keyRange);
		}
	}
}

/** Of several native fields that are read from one field of the dialect the one that keeps words it does not know. */
function isMainField(field: FieldMapping, { fields }: Dialect): boolean {
	return (
		field.otherwise === 'kept' ||
		!fields.some(other => other.otherwise === 'kept' && other.from.some(name => field.from.includes(name)))
	);
}

/** On a page words may follow a time: "2024-08-26 05:30 (first alert)". */
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

/** A word for where an incident stands as one for a maintenance. */
export function statusOf(kind: unknown, word: string): string {
	return kind === 'maintenance' ? (ownValue(OF_MAINTENANCE, word) ?? word) : word;
}

/** A maintenance has words of its own for where it stands. */
function inOwnWords(fields: Map<string, MappedNode>): NativeField[] {
	const status = fields.get('status');
	if (status && typeof status.value === 'string') {
		const word = statusOf(fields.get('kind')?.value, status.value);
		fields.set('status', scalar(word, status.range, status.keyRange));
	}
	return [...fields];
}

import type { Range } from '../../../core/range.ts';
import { scalarText } from '../../../core/scalar-text.ts';
import type { DataNode } from '../../../parse/model/data.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { requiredIncidentFields } from '../../../schema/fields.ts';
import type { Report } from '../../rule.ts';
import { LazyReport } from '../../support/lazy-report.ts';
import { oneOfWords, quoted } from '../../support/words.ts';
import { enumFixes, meantWords, typeFixes } from './fault-fixes.ts';
import { allowedWords, expectedOf, fieldOf, isItem } from './fault-words.ts';

/** Reports a value that its schema does not allow. */
export function valueReport(fault: SchemaFault, node: DataNode, document: LogDocument): Report {
	const range = isEmpty(node) ? (node.keyRange ?? node.range) : rangeOf(node);
	const field = quoted(fieldOf(fault));
	switch (fault.keyword) {
		case 'type':
			return wrongType(fault, node, document);
		case 'enum': {
			return new LazyReport(range, () => {
				const words = allowedWords(fault);
				const meant = meantWords(fault, node);
				const expected = words.length === 0 ? 'no value' : oneOfWords(meant.length > 0 ? meant : words);
				const message = `${invalidValue(fault, node)}. Expected ${expected}.`;
				return { message, fixes: enumFixes(fault, node, meant), data: { found: node.value, expected: words } };
			});
		}
		case 'pattern': {
			// Only durations in the options of rules have a pattern.
			const expected = 'a number of days, hours or minutes such as `14d`';
			return { range, message: `${invalidValue(fault, node)}. Expected ${expected}.` };
		}
		case 'uniqueItems':
			return { range, message: `Duplicate ${formatValue(node)} in ${field}. Expected each value once.` };
		default:
			return { range, message: `${outOfBounds(fault, node)}. Expected ${expectedOf(fault)}.` };
	}
}

function outOfBounds(fault: SchemaFault, node: DataNode): string {
	if (!isEmpty(node) && Array.isArray(node.value)) {
		return `Too ${fault.keyword === 'maxItems' ? 'many' : 'few'} items in ${quoted(fieldOf(fault))}: ${node.value.length}`;
	}
	return invalidValue(fault, node);
}

function invalidValue(fault: SchemaFault, node: DataNode): string {
	const field = quoted(fieldOf(fault));
	if (isEmpty(node)) {
		return `Empty ${Array.isArray(node.value) ? 'list' : 'text'} in ${field}`;
	}
	const isWholeField = !isItem(fault) && typeof node.value !== 'object';
	return `Invalid ${formatValue(node)} ${isWholeField ? 'of' : 'in'} ${field}`;
}

function isEmpty({ value }: DataNode): boolean {
	return value === '' || (Array.isArray(value) && value.length === 0);
}

/** Formats a value as a noun for a message: "value `x`", or the kind of a collection, whose text may be long. */
function formatValue({ value }: DataNode): string {
	const text = scalarText(value);
	return text === undefined ? (Array.isArray(value) ? 'list' : 'mapping') : `value ${quoted(text)}`;
}

function wrongType(fault: SchemaFault, node: DataNode, document: LogDocument): Report {
	const { value } = node;
	if (value === null) {
		const comment = commentAfter(node, document.text);
		const reason = comment === undefined ? '' : `: ${quoted(comment)} is a comment`;
		const expected = comment === undefined ? expectedOf(fault) : 'the value in quotes';
		const message = `Missing value of ${quoted(fieldOf(fault))}${reason}. Expected ${expected}.`;
		const isRequired = fault.path.length === 1 && requiredIncidentFields.includes(String(fault.path[0]));
		// Templates leave optional fields empty while an incident runs.
		const isOptional = fault.path.length === 1 && document.kind !== 'configuration';
		return {
			range: node.keyRange ?? node.range,
			message,
			level: isRequired ? 'error' : isOptional ? 'hint' : 'warning',
		};
	}
	const subject = `${isItem(fault) ? 'item in ' : ''}${quoted(fieldOf(fault))}`;
	const messageFor = (found: string) => `Wrong type of ${subject}: ${found}. Expected ${expectedOf(fault)}.`;
	if (typeof value === 'object') {
		return { range: rangeOf(node), message: messageFor(Array.isArray(value) ? 'list' : 'mapping') };
	}
	const type = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
	const written = document.text.slice(node.range.start, node.range.end);
	const message = messageFor(`${type} ${quoted(written)}`);
	return { range: node.range, message, fixes: typeFixes(fault, node, document.text) };
}

/** Returns the comment in the place of a value: `title: # of errors rose`. */
function commentAfter({ keyRange }: DataNode, text: string): string | undefined {
	const from = keyRange?.end ?? text.length;
	return /^["']?:[ \t]{1,20}(#.{1,200})/.exec(text.slice(from, from + 250))?.[1]?.trimEnd();
}

/** Reports a collection at its key, because its own range can be most of the page. */
function rangeOf({ value, keyRange, range }: DataNode): Range {
	return typeof value === 'object' && value !== null
		? (keyRange ?? { start: range.start, end: range.start + 1 })
		: range;
}

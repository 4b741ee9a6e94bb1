import type { Range } from '../../../core/range.ts';
import { scalarText } from '../../../core/scalar-text.ts';
import type { DataNode } from '../../../parse/model/data.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { requiredIncidentFields } from '../../../schema/fields.ts';
import type { Report } from '../../rule.ts';
import { LazyReport } from '../../support/lazy-report.ts';
import { oneOfWords, quoted } from '../../support/words.ts';
import { typeFixes, wordFixes } from './fault-fixes.ts';
import { expectedOf, nameOf, wordsOf } from './fault-words.ts';

/** What is to be said of a value that its schema does not allow. */
export function valueReport(fault: SchemaFault, node: DataNode, document: LogDocument): Report {
	const range = isEmpty(node) ? (node.keyRange ?? node.range) : rangeOf(node);
	const name = nameOf(fault);
	switch (fault.keyword) {
		case 'type':
			return wrongType(fault, node, document);
		case 'enum': {
			return new LazyReport(range, () => {
				const words = wordsOf(fault);
				const expected = words.length === 0 ? 'none' : oneOfWords(words);
				const message = `${shown(node)} is no value of ${name}; expected ${expected}`;
				return { message, fixes: wordFixes(fault, node), data: { found: node.value, expected: words } };
			});
		}
		case 'pattern': {
			// Of all values only the lengths of time in the options of rules have a pattern.
			const expected = 'a number of days, hours or minutes such as `14d`';
			return { range, message: `${shown(node)} is no value of ${name}; expected ${expected}` };
		}
		case 'uniqueItems':
			return { range, message: `${shown(node)} is in ${name} already; expected each value once` };
		default:
			return { range, message: `${outOfBounds(fault, node)}; expected ${expectedOf(fault)}` };
	}
}

function outOfBounds(fault: SchemaFault, node: DataNode): string {
	const name = nameOf(fault);
	if (isEmpty(node)) {
		return `${name} is empty`;
	}
	if (Array.isArray(node.value)) {
		return `${name} has too ${fault.keyword === 'maxItems' ? 'many' : 'few'} values`;
	}
	return `${shown(node)} is no value of ${name}`;
}

function isEmpty({ value }: DataNode): boolean {
	return value === '' || (Array.isArray(value) && value.length === 0);
}

/** A value as it stands in a message. */
function shown({ value }: DataNode): string {
	const text = scalarText(value);
	return text === undefined ? (Array.isArray(value) ? 'this list' : 'this mapping') : quoted(text);
}

function wrongType(fault: SchemaFault, node: DataNode, document: LogDocument): Report {
	const { value } = node;
	if (value === null) {
		const message = `${nameOf(fault)} has no value; expected ${expectedOf(fault)}`;
		const needed = fault.path.length === 1 && requiredIncidentFields.includes(String(fault.path[0]));
		return { range: node.keyRange ?? node.range, message, level: needed ? 'error' : 'warning' };
	}
	if (typeof value === 'object') {
		const found = Array.isArray(value) ? 'a list' : 'a mapping';
		return { range: rangeOf(node), message: `${found} in ${nameOf(fault)}; expected ${expectedOf(fault)}` };
	}
	const found = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'a truth value';
	const written = document.text.slice(node.range.start, node.range.end);
	const message = `${quoted(written)} is ${found}; expected ${expectedOf(fault)}`;
	return { range: node.range, message, fixes: typeFixes(fault, node, document.text) };
}

/** A collection would underline half the page: its key stands for it. */
function rangeOf({ value, keyRange, range }: DataNode): Range {
	return typeof value === 'object' && value !== null
		? (keyRange ?? { start: range.start, end: range.start + 1 })
		: range;
}

import { nearest } from '../../../core/nearest.ts';
import type { Fix } from '../../../core/text-edit.ts';
import type { DataNode } from '../../../parse/model/data.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { write } from '../../support/fixes.ts';
import { allowedWords, isTime, typesOf } from './fault-words.ts';

/** Returns fixes for a value of the wrong type: quotes turn it into text, brackets into a list. */
export function typeFixes(fault: SchemaFault, node: DataNode, text: string): Fix[] {
	const written = text.slice(node.range.start, node.range.end);
	const types = typesOf(fault);
	if (types.includes('string') && typeof node.value !== 'string' && !isTime(fault)) {
		return [write(node.range, `"${written}"`, 'suggested')];
	}
	const plain = /^[\w./@+ -]+$/.test(written) && !/["']/.test(text.charAt(node.range.start - 1));
	return types.length === 1 && types[0] === 'array' && plain
		? [write(node.range, `[${written.trim()}]`, 'suggested')]
		: [];
}

/** Statuses with a similar meaning, which are not similar in spelling. */
const STATUS_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
	closed: ['resolved', 'completed', 'done'],
	completed: ['resolved', 'done'],
	done: ['resolved', 'completed'],
	finished: ['resolved', 'completed', 'done'],
	fixed: ['resolved', 'completed', 'done'],
	investigating: ['in_progress'],
	monitoring: ['verifying'],
	ongoing: ['investigating', 'in_progress'],
	open: ['investigating', 'in_progress'],
	planned: ['scheduled'],
	resolved: ['completed', 'done'],
	todo: ['open'],
	verifying: ['monitoring'],
};

/** Returns fixes for a value that its enumeration does not contain: likely members of the enumeration. */
export function enumFixes(fault: SchemaFault, node: DataNode): Fix[] {
	const words = allowedWords(fault);
	if (typeof node.value !== 'string') {
		return [];
	}
	const found = node.value.trim().toLowerCase();
	const same = words.find(word => normalised(word) === normalised(found));
	if (same !== undefined) {
		return [write(node.range, same, 'safe')];
	}
	const synonyms = Object.hasOwn(STATUS_SYNONYMS, found) ? (STATUS_SYNONYMS[found] ?? []) : [];
	const candidates = [...synonyms.filter(word => words.includes(word)), ...nearest(found, words, 1)];
	return [...new Set(candidates)].map(word => write(node.range, word, 'suggested'));
}

function normalised(word: string): string {
	return word.toLowerCase().replace(/[-_ ]/g, '');
}

import { nearest } from '../../../core/nearest.ts';
import type { Fix } from '../../../core/text-edit.ts';
import type { DataNode } from '../../../parse/model/data.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { write } from '../../support/fixes.ts';
import { isTime, typesOf, wordsOf } from './fault-words.ts';

/** Of a value of the wrong kind: quotes that make it text, brackets that make it a list. */
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

/** Words that others use for a status, which no spelling would lead to. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
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

/** Of a word that is not in a closed list: the ones that may have been meant. */
export function wordFixes(fault: SchemaFault, node: DataNode): Fix[] {
	const words = wordsOf(fault);
	if (typeof node.value !== 'string') {
		return [];
	}
	const found = node.value.trim().toLowerCase();
	const same = words.find(word => plainWord(word) === plainWord(found));
	if (same !== undefined) {
		return [write(node.range, same, 'safe')];
	}
	const others = Object.hasOwn(OTHER_WORDS, found) ? (OTHER_WORDS[found] ?? []) : [];
	const meant = [...others.filter(word => words.includes(word)), ...nearest(found, words, 1)];
	return [...new Set(meant)].map(word => write(node.range, word, 'suggested'));
}

function plainWord(word: string): string {
	return word.toLowerCase().replace(/[-_ ]/g, '');
}

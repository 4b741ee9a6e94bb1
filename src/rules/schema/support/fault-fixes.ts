import { nearest } from '../../../core/nearest.ts';
import type { Fix } from '../../../core/text-edit.ts';
import type { DataNode } from '../../../parse/model/data.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { VOCABULARY } from '../../../vocabulary/index.ts';
import type { ItemState, StatusName } from '../../../vocabulary/language.ts';
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

/** Statuses with a similar meaning in other schemas: of an incident, of a maintenance, of an action item. */
const RELATED_STATUSES: Readonly<Partial<Record<StatusName | ItemState, readonly string[]>>> = {
	cancelled: ['completed'],
	completed: ['resolved', 'done'],
	done: ['resolved', 'completed'],
	in_progress: ['investigating'],
	investigating: ['in_progress'],
	monitoring: ['verifying'],
	resolved: ['completed', 'done'],
	verifying: ['monitoring'],
};

/** Returns the members of an enumeration that a value means: in another spelling, or with a similar meaning. */
export function meantWords(fault: SchemaFault, { value }: DataNode): readonly string[] {
	const words = allowedWords(fault);
	if (typeof value !== 'string') {
		return [];
	}
	const found = value.trim().toLowerCase();
	const same = words.find(word => normalised(word) === normalised(found));
	if (same !== undefined) {
		return [same];
	}
	const meanings = [VOCABULARY.status(found), VOCABULARY.exactItemState(found)].filter(word => word !== undefined);
	const related = meanings.flatMap(meaning => [meaning, ...(RELATED_STATUSES[meaning] ?? [])]);
	return [...new Set(related)].filter(word => words.includes(word));
}

/** Returns fixes for a value that its enumeration does not contain: likely members of the enumeration. */
export function enumFixes(fault: SchemaFault, node: DataNode, meant: readonly string[]): Fix[] {
	const { value, range } = node;
	if (typeof value !== 'string') {
		return [];
	}
	const [first] = meant;
	if (first !== undefined && normalised(first) === normalised(value.trim())) {
		return [write(range, first, 'safe')];
	}
	const candidates = new Set([...meant, ...nearest(value.trim().toLowerCase(), allowedWords(fault), 1)]);
	return [...candidates].map(word => write(range, word, 'suggested'));
}

function normalised(word: string): string {
	return word.toLowerCase().replace(/[-_ ]/g, '');
}

import type { Range } from '../../core/range.ts';
import type { TreeNode } from './tree.ts';

const NO_MEMBERS: readonly TreeNode[] = [];

/** Characters that begin something else than a plain scalar. Some may begin one, such as `-` before a digit. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@` ';

/** The words of YAML's core schema. */
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
	...['~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
	...['true', 'True', 'TRUE'].map(word => [word, true] as const),
	...['false', 'False', 'FALSE'].map(word => [word, false] as const),
]);
const MAX_WORD_LENGTH = 5;

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Octal, hexadecimal, infinite and not a number: left to the parser. */
const OTHER_NUMBER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** A scalar node. `written`: the value with its quotes or its block header. */
export function scalarNode(
	value: unknown,
	{ range, written = range }: { readonly range: Range; readonly written?: Range },
	step: string | number,
	keyRange: Range | undefined,
): TreeNode {
	return { value, range, keyRange, shape: 'scalar', step, fullRange: written, members: NO_MEMBERS };
}

/**
 * Returns the value of a plain scalar on one line, as YAML's core schema reads it: a text, a number, a boolean or null.
 * Undefined in case of doubt: it may not be a plain scalar, or contain a comment or another key.
 */
export function plainValue(text: string, inFlow: boolean): { readonly value: unknown } | undefined {
	const first = text.charCodeAt(0);
	if (text === '' || INDICATORS.includes(text.charAt(0)) || text.includes(' #') || hasIndicator(text, inFlow)) {
		return undefined;
	}
	if (isDigit(first) || first === 0x2b || first === 0x2e) {
		return NUMBER.test(text) ? { value: Number(text) } : OTHER_NUMBER.test(text) ? undefined : { value: text };
	}
	const word = text.length <= MAX_WORD_LENGTH ? WORDS.get(text) : undefined;
	return { value: word === undefined ? text : word };
}

/** Returns true if a colon may separate a key from its value. */
function hasIndicator(text: string, inFlow: boolean): boolean {
	for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
		const next = text.charCodeAt(colon + 1);
		if (colon === text.length - 1 || next === SPACE || (inFlow && isFlowIndicator(next))) {
			return true;
		}
	}
	return false;
}

export const SPACE = 0x20;
export const COLON = 0x3a;
export const HASH = 0x23;
export const COMMA = 0x2c;
export const DASH = 0x2d;

export function isLetterOrUnderscore(code: number): boolean {
	return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f;
}

export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** One of `,[]{}`. */
export function isFlowIndicator(code: number): boolean {
	return code === COMMA || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

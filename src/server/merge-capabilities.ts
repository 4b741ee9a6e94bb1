import type { ServerCapabilities } from 'vscode-languageserver';

/** Capabilities with the name of the feature that declares them, for error messages. */
export interface DeclaredCapabilities {
	readonly name: string;
	readonly capabilities: ServerCapabilities;
}

/** A merged value, and the feature that declared it first. */
interface Merged {
	readonly value: unknown;
	readonly name: string;
}

/**
 * Merges the capabilities of all features: objects by key, and lists to one without duplicates. Throws if two features
 * declare different values at one path: either would disable a part of the other.
 */
export function mergeCapabilities(declared: readonly DeclaredCapabilities[]): ServerCapabilities {
	const leaves = new Map<string, Merged>();
	const result: Record<string, unknown> = {};
	for (const { name, capabilities } of declared) {
		mergeInto(result, capabilities, [], name, leaves);
	}
	return result;
}

function mergeInto(
	target: Record<string, unknown>,
	source: object,
	path: readonly string[],
	name: string,
	declared: Map<string, Merged>,
): void {
	for (const [key, value] of Object.entries(source)) {
		const at = [...path, key];
		const first = declared.get(at.join('.'));
		if (first === undefined) {
			declared.set(at.join('.'), { value, name });
		} else if (shapeOf(first.value) !== shapeOf(value) || (shapeOf(value) === 'scalar' && first.value !== value)) {
			throw new Error(conflictMessage(at, first, { value, name }));
		}
		const present = target[key];
		if (isObject(value)) {
			const inner = isObject(present) ? present : {};
			mergeInto(inner, value, at, name, declared);
			target[key] = inner;
		} else {
			target[key] = Array.isArray(value) && Array.isArray(present) ? [...new Set([...present, ...value])] : value;
		}
	}
}

function conflictMessage(path: readonly string[], first: Merged, second: Merged): string {
	const [one, other] = [first, second].map(({ name, value }) => `\`${JSON.stringify(value)}\` of \`${name}\``);
	return `Conflicting capability \`${path.join('.')}\`: ${one} and ${other}. Expected equal values.`;
}

function shapeOf(value: unknown): 'list' | 'object' | 'scalar' {
	return Array.isArray(value) ? 'list' : isObject(value) ? 'object' : 'scalar';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

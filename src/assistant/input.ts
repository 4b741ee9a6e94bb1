import type { Mapping } from '../core/mapping.ts';

// The schema of a tool has checked the types before it runs.

export function textIn(input: Mapping, name: string): string | undefined {
	const value = input[name];
	return typeof value === 'string' ? value : undefined;
}

export function numberIn(input: Mapping, name: string): number | undefined {
	const value = input[name];
	return typeof value === 'number' ? value : undefined;
}

export function isSetIn(input: Mapping, name: string): boolean {
	return input[name] === true;
}

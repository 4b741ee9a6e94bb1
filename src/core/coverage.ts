import type { Range } from './range.ts';

/** The facts of a record whose understanding is measured. */
export const ASPECTS = [
	'title',
	'start',
	'end',
	'impact',
	'components',
	'timeline',
	'action-items',
	'references',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A part of a record that states a fact in a form that is not read. */
export interface NotUnderstood {
	readonly aspect: Aspect;
	readonly range: Range;
}

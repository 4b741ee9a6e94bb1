import type { Range } from '../range.ts';

/** Why a text with the form of a time is impossible: no such day, hour or zone. */
export interface TimeFault {
	/** A clause: "February 2024 has 29 days". */
	readonly detail: string;
	readonly range: Range;
}

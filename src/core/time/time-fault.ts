import type { Range } from '../range.ts';

/** Why a text of the right form is no time: there is no such day, hour or zone. */
export interface TimeFault {
	/** A clause: "February 2024 has 29 days". */
	readonly detail: string;
	readonly range: Range;
}

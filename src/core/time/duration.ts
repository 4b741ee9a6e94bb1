/** A duration in minutes. Both ends are equal if it is written exactly, and differ for "3-4 hours". */
export interface DurationRange {
	readonly minMinutes: number;
	readonly maxMinutes: number;
	/** True for "about", "approximately", "~", "nearly", "over". */
	readonly isApproximate: boolean;
}

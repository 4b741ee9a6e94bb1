/** How long something took, in minutes. Written exactly, both ends are the same; "3-4 hours" has two. */
export interface DurationRange {
	readonly minMinutes: number;
	readonly maxMinutes: number;
	/** "about", "approximately", "~", "nearly", "over". */
	readonly approximate: boolean;
}

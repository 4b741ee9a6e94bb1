import type { Deviation } from '../../core/time/written-time.ts';

/** Time forms that are usual in a dialect, and therefore not reported in its records. */
export interface TimeForms {
	readonly deviations: readonly Deviation[];
	/** Times without an offset are times in the log's zone, and complete. */
	readonly inLogZone: boolean;
}

import type { Deviation } from '../../core/time/written-time.ts';

/** Time forms that are usual in a dialect, and therefore not reported in its records. */
export interface TimeForms {
	readonly deviations: readonly Deviation[];
	/** Whether times without an offset are in the log's zone, and complete. */
	readonly isInLogZone: boolean;
}

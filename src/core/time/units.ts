/** Lengths of units of time, in milliseconds. A local day can be shorter or longer than `DAY`. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

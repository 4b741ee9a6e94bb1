import type { Dialect } from '../dialect/dialect.ts';

/** Records as the schemas describe them. */
export const native: Dialect = {
	name: 'native',
	title: 'Incident Log',
	files: {},
	foundIn: [],
	signs: [],
	heads: [],
	fields: [],
	without: [],
	times: { deviations: [], inLogZone: false },
};

import type { Dialect } from '../dialect.ts';

/** Records as the schemas describe them. */
export const native: Dialect = {
	name: 'native',
	title: 'Incident Log',
	files: {},
	foundIn: [],
	detection: [],
	headReaders: [],
	fields: [],
	absentFields: [],
	times: { deviations: [], inLogZone: false },
};

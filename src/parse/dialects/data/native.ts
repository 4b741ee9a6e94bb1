import type { Dialect } from '../dialect.ts';

/** The format of the schemas. */
export const native: Dialect = {
	name: 'native',
	title: 'Incident Log',
	files: {},
	foundIn: [],
	detection: [],
	head: 'native',
	fields: [],
	absentFields: [],
	times: { deviations: [], isInLogZone: false },
};

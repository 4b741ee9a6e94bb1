import type { Dialect } from '../dialect.ts';

/** Reports whose first heading is a day and a title, with sections below (as those of mybinder.org). */
export const mybinder: Dialect = {
	name: 'mybinder',
	title: 'reports with a dated heading',
	files: {},
	foundIn: [],
	detection: [{ reads: ['started_at'] }],
	headReaders: ['dated-heading'],
	fields: [
		{ from: ['title'], to: 'title', as: 'text' },
		{ from: ['date'], to: 'started_at', as: 'time' },
	],
	absentFields: ['postmortem', 'impact', 'resolved_at', 'started_at', 'title'],
	times: {
		deviations: ['space-for-t', 'one-digit-hour', 'no-seconds', 'twelve-hour', 'abbreviation'],
		inLogZone: true,
	},
};

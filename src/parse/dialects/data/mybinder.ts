import type { Dialect } from '../dialect.ts';

/** Reports whose first heading has a date and a title, as those of mybinder.org. */
export const mybinder: Dialect = {
	name: 'mybinder',
	title: 'Markdown with a dated heading',
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

import type { Dialect } from '../dialect.ts';

/** A collection of public postmortems (github.com/icco/postmortems), with metadata in front matter. */
export const icco: Dialect = {
	name: 'icco',
	title: 'icco/postmortems',
	files: { incident: ['**/data/*.md'] },
	foundIn: ['**/data/*.md'],
	detection: [{ keys: ['uuid', 'company'] }],
	head: 'front-matter',
	fields: [
		{ from: ['uuid'], to: 'id', as: 'text' },
		{ from: ['title'], to: 'title', as: 'text' },
		{ from: ['summary'], to: 'summary', as: 'text' },
		{ from: ['start_time'], to: 'started_at', as: 'time' },
		{ from: ['end_time'], to: 'resolved_at', as: 'time' },
	],
	absentFields: ['postmortem', 'title', 'impact', 'started_at', 'resolved_at'],
	times: { deviations: [], isInLogZone: false },
};

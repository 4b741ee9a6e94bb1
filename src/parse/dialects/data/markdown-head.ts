import type { Dialect } from '../dialect.ts';

/** Markdown with a head of any form: front matter, a table, a list or lines of labels. Also free Markdown. */
export const markdownHead: Dialect = {
	name: 'markdown-head',
	title: 'Markdown with a head of its own',
	files: {},
	foundIn: [],
	detection: [],
	head: 'general',
	fields: [],
	absentFields: [],
	times: { deviations: [], isInLogZone: false },
};

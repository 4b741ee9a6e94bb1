import type { Dialect } from '../dialect.ts';

/** Weekly pages with one dated paragraph for each incident. They are read like native bulletins, in any folder. */
export const infraLog: Dialect = {
	name: 'infra-log',
	title: 'infra log',
	files: { bulletin: ['**/{bulletins,infra-log}/**/*.md', '**/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*.md'] },
	foundIn: ['**/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].md'],
	detection: [{ entries: 'dated' }],
	head: 'native',
	fields: [],
	absentFields: [],
	times: { deviations: [], isInLogZone: false },
};

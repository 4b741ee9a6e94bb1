import type { Dialect } from '../dialect.ts';

/**
 * cState (github.com/cstate/cstate), a theme for Hugo: `content/issues/*.md` with front matter. Hugo reads a time without
 * an offset in UTC, which is the default time zone of a log.
 */
export const cstate: Dialect = {
	name: 'cstate',
	title: 'cState',
	files: { incident: ['**/issues/**/*.md'] },
	foundIn: ['**/content/issues/**/*.md'],
	detection: [
		{ keys: ['resolvedWhen'] },
		{ keys: ['date', 'severity', 'resolved', 'affected'] },
		{ keys: ['date', 'section', 'informational'] },
	],
	head: 'front-matter',
	fields: [
		{ from: ['title'], to: 'title', as: 'text' },
		{ from: ['informational'], to: 'kind', as: 'word', words: { true: 'notice' } },
		{ from: ['severity'], to: 'kind', as: 'word', words: { notice: 'notice' } },
		{
			from: ['severity'],
			to: 'impact',
			as: 'word',
			words: { notice: 'none', disrupted: 'major', down: 'critical' },
			keepsUnknownWords: true,
		},
		{ from: ['resolved'], to: 'status', as: 'word', words: { true: 'resolved', yes: 'resolved', on: 'resolved' } },
		{ from: ['date'], to: 'started_at', as: 'time' },
		{ from: ['resolvedWhen'], to: 'resolved_at', as: 'time' },
		{ from: ['affected'], to: 'components', as: 'list' },
	],
	absentFields: ['postmortem', 'impact'],
	times: { deviations: ['space-for-t', 'one-digit-hour', 'no-seconds', 'negative-zero-offset'], isInLogZone: true },
	updates: { form: 'shortcode', name: 'track' },
	site: {
		names: ['config.yml', 'config.yaml', 'hugo.yml', 'hugo.yaml'],
		components: ['params', 'systems'],
		name: 'name',
	},
};

import type { Dialect } from '../dialect.ts';

/** ClearStatus, a theme for Hugo (github.com/weeblrpress/clearstatus): the layout of cState with other fields. */
export const clearstatus: Dialect = {
	name: 'clearstatus',
	title: 'ClearStatus',
	files: { incident: ['**/issues/**/*.md'] },
	foundIn: ['**/content/issues/**/*.md', '**/content/*/issues/**/*.md'],
	detection: [{ keys: ['max_severity', 'date'] }, { keys: ['resolved_on', 'date'] }],
	head: 'front-matter',
	fields: [
		{ from: ['title'], to: 'title', as: 'text' },
		{ from: ['max_severity'], to: 'kind', as: 'word', words: { maintenance: 'maintenance' } },
		{
			from: ['max_severity'],
			to: 'impact',
			as: 'word',
			words: { ok: 'none', maintenance: 'none', monitoring: 'minor', disrupted: 'major', down: 'critical' },
			keepsUnknownWords: true,
		},
		{
			from: ['status'],
			to: 'status',
			as: 'word',
			words: { resolved: 'resolved', in_progress: 'investigating', scheduled: 'scheduled' },
		},
		{ from: ['date'], to: 'started_at', as: 'time' },
		{ from: ['resolved_on'], to: 'resolved_at', as: 'time' },
		{ from: ['affected'], to: 'components', as: 'list' },
	],
	absentFields: ['postmortem', 'impact'],
	times: { deviations: ['space-for-t', 'one-digit-hour', 'no-seconds', 'negative-zero-offset'], isInLogZone: true },
	updates: { form: 'shortcode', name: 'track' },
	site: { names: ['config.yml', 'config.yaml'], components: ['params', 'systems'], name: 'name' },
};

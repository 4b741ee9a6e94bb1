import type { Dialect } from '../dialect.ts';

/**
 * Statusfy (github.com/juliomrqz/statusfy): Markdown with front matter, in one folder for each language. A record states
 * no end: it is that of the resolving update, or the last change of the file.
 */
export const statusfy: Dialect = {
	name: 'statusfy',
	title: 'Statusfy',
	files: { incident: ['**/{content,incidents}/**/*.md'] },
	foundIn: ['**/content/*.md', '**/content/[a-z][a-z]/*.md'],
	detection: [{ keys: ['affectedsystems', 'date'] }],
	head: 'front-matter',
	fields: [
		{ from: ['id'], to: 'id', as: 'text' },
		{ from: ['title'], to: 'title', as: 'text' },
		{ from: ['description'], to: 'summary', as: 'text' },
		{ from: ['severity'], to: 'kind', as: 'word', words: { 'under-maintenance': 'maintenance' } },
		{
			from: ['severity'],
			to: 'impact',
			as: 'word',
			words: {
				operational: 'none',
				'under-maintenance': 'none',
				'degraded-performance': 'minor',
				'partial-outage': 'major',
				'major-outage': 'critical',
			},
			keepsUnknownWords: true,
		},
		{ from: ['resolved'], to: 'status', as: 'word', words: { true: 'resolved', yes: 'resolved' } },
		{ from: ['date'], to: 'started_at', as: 'time' },
		{ from: ['scheduled'], to: 'scheduled_for', as: 'time' },
		{ from: ['affectedsystems'], to: 'components', as: 'list' },
	],
	absentFields: ['postmortem', 'impact', 'resolved_at'],
	times: { deviations: [], isInLogZone: true },
	updates: {
		form: 'container',
		name: 'update',
		words: {
			investigating: 'investigating',
			identified: 'identified',
			monitoring: 'monitoring',
			resolved: 'resolved',
			investigando: 'investigating',
			identificado: 'identified',
			supervisando: 'monitoring',
			monitoreando: 'monitoring',
			resuelto: 'resolved',
		},
	},
};

import type { Dialect, FieldMapping } from '../dialect.ts';

/** The field mappings of records whose head is a table, a list or lines of the page. */
export const PAGE_FIELDS: readonly FieldMapping[] = [
	{ from: ['title', 'incident title'], to: 'title', as: 'text' },
	{ from: ['incident id', 'id', 'incident number'], to: 'id', as: 'text' },
	{
		from: [
			'fault occurs',
			'fault occurred',
			'started',
			'started at',
			'start',
			'start time',
			'incident start',
			'began',
			'fault detected',
			'first detected',
			'date',
			'incident date',
		],
		to: 'started_at',
		as: 'time',
	},
	{
		from: ['first detected', 'fault detected', 'detected', 'detected at', 'time detected'],
		to: 'detected_at',
		as: 'time',
	},
	{ from: ['acknowledged', 'acknowledged at'], to: 'acknowledged_at', as: 'time' },
	{ from: ['incident declared', 'declared', 'declared at'], to: 'declared_at', as: 'time' },
	{ from: ['repaired', 'incident repaired', 'mitigated', 'mitigated at'], to: 'mitigated_at', as: 'time' },
	{
		from: ['resolved', 'resolved at', 'incident resolved', 'end', 'end time', 'ended', 'incident end'],
		to: 'resolved_at',
		as: 'time',
	},
	{
		from: ['status'],
		to: 'status',
		as: 'word',
		words: {
			investigating: 'investigating',
			identified: 'identified',
			monitoring: 'monitoring',
			resolved: 'resolved',
			closed: 'resolved',
			complete: 'resolved',
			completed: 'resolved',
			done: 'resolved',
		},
	},
	{
		from: ['impact', 'impact level', 'severity'],
		to: 'impact',
		as: 'word',
		words: {
			none: 'none',
			low: 'minor',
			minor: 'minor',
			medium: 'major',
			major: 'major',
			high: 'critical',
			critical: 'critical',
		},
	},
];

/** Markdown with a table of metadata, or a list of bold labels with nested times, as head. */
export const markdownHead: Dialect = {
	name: 'markdown-head',
	title: 'Markdown with a table or list as head',
	files: {},
	foundIn: [],
	detection: [{ reads: ['started_at', 'detected_at', 'resolved_at'] }],
	headReaders: ['front-matter', 'table', 'bullets'],
	fields: PAGE_FIELDS,
	absentFields: ['postmortem', 'impact', 'resolved_at', 'started_at', 'title'],
	times: { deviations: ['space-for-t', 'one-digit-hour', 'no-seconds'], inLogZone: true },
	timeline: ['context', 'timeline', 'background'],
	durations: [
		{ from: ['time to repair', 'mean time to repair', 'time to mitigate'], between: ['started_at', 'mitigated_at'] },
		{
			from: ['time to resolve', 'mean time to resolve', 'duration', 'total duration'],
			between: ['started_at', 'resolved_at'],
		},
	],
};

import { Temporal } from 'temporal-polyfill';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { TimelineEntry } from '../../../src/core/incident.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import { readTimeline } from '../../../src/parse/records/timeline.ts';

export const DAY = Temporal.PlainDate.from('2024-08-26');

export function sourceOf(text: string) {
	const configuration = { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York' };
	return { uri: 'file:///log/postmortems/x.md', text, kind: 'postmortem', configuration } as const;
}

/** Reads the timeline in the section "Timeline", or in the whole text. */
export function read(text: string, date: Temporal.PlainDate | 'unknown' = DAY): TimelineEntry[] {
	const page = readMarkdown(text, 0);
	const section = page.sections.find(({ title }) => title.value.startsWith('Timeline'));
	const start = { date: date === 'unknown' ? undefined : date, time: undefined };
	return [
		...readTimeline(sourceOf(text), page, section?.content ?? page.range, start, { title: section?.title.range })
			.entries,
	];
}

/** Each entry as "«time as written» time as read: text". */
export function describeTimeline(text: string, date: Temporal.PlainDate | 'unknown' = DAY): string[] {
	return read(text, date).map(({ at, text: words }) => {
		const time = at && (at.reading.ok ? at.reading.canonical : at.reading.reason);
		return `«${at ? text.slice(at.range.start, at.range.end) : ''}» ${time}: ${words?.value.replace(/\s+/g, ' ')}`;
	});
}

/** The instants of entries, in UTC, without their seconds. */
export function instants(text: string, date?: Temporal.PlainDate): string[] {
	return read(text, date).map(({ at }) =>
		at?.reading.ok ? at.reading.earliest.toString().slice(5, 16).replace('T', ' ') : '-',
	);
}

/** The start of a page with a timeline in UTC. */
export const UTC = '## Timeline\n\nAll times in UTC.\n\n';

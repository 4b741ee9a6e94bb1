import { expect, test } from 'vitest';
import { endOf, startOf } from '../../src/core/incident-times.ts';
import { parse } from '../parse/help-source.ts';

const started = 'started_at: 2024-05-06T01:00:00Z\n';
const resolved = 'resolved_at: 2024-05-06T02:00:00Z\n';
const planned = 'scheduled_for: 2024-05-06T03:00:00Z\nscheduled_until: 2024-05-06T04:00:00Z\n';

/** Hours of start and end. */
const cases: readonly [record: string, start: string | undefined, end: string | undefined][] = [
	[started, '01', undefined],
	[started + resolved, '01', '02'],
	['title: x\n', undefined, undefined],
	[`${planned}`, undefined, undefined],
	[`kind: maintenance\n${planned}`, '03', '04'],
	[`kind: maintenance\nstatus: scheduled\n${planned}`, '03', '04'],
	[`kind: maintenance\nstatus: scheduled\n${started}${planned}`, '03', '04'],
	[`kind: maintenance\nstatus: in_progress\n${started}${planned}`, '01', undefined],
	[`kind: maintenance\nstatus: in_progress\n${planned}`, '03', undefined],
	[`kind: maintenance\nstatus: completed\n${started}${resolved}${planned}`, '01', '02'],
	[`kind: maintenance\nstatus: completed\n${started}${planned}`, '01', '04'],
	[`kind: notice\n${started}`, '01', '01'],
	[`kind: notice\n${started}${resolved}`, '01', '02'],
];

test.each(cases)('%j', (record, start, end) => {
	const [incident] = parse('incident', 'x.yaml', record).incidents;
	const hour = (time: ReturnType<typeof startOf>) => time?.reading.text.slice(11, 13);
	expect(incident && [hour(startOf(incident)), hour(endOf(incident))]).toEqual([start, end]);
});

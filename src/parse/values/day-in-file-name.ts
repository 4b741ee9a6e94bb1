import { Temporal } from 'temporal-polyfill';
import { daysInMonth } from '../../core/time/written-date.ts';
import { fileStem } from '../../core/uri/file-name.ts';

/** `2024-08-26`, `2024_08_26`, `20240826` as a part of a name, not of a longer number. */
const DAY = /(?<!\d)(?<year>(?:19|20)\d\d)(?<mark>[-_.]?)(?<month>\d\d)\k<mark>(?<day>\d\d)(?!\d)/;

/** The day in the name of a record's file, or else in that of its folder. */
export function dayInFileName(uri: string): Temporal.PlainDate | undefined {
	const folder = /\/([^/]+)\/[^/]*$/.exec(uri)?.[1];
	return dayIn(fileStem(uri)) ?? (folder === undefined ? undefined : dayIn(folder));
}

function dayIn(name: string): Temporal.PlainDate | undefined {
	const { year, month, day } = DAY.exec(name)?.groups ?? {};
	const date = { year: Number(year), month: Number(month), day: Number(day) };
	return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, date.month)
		? Temporal.PlainDate.from(date)
		: undefined;
}

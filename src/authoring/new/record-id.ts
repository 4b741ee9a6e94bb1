import type { Temporal } from 'temporal-polyfill';
import { slug } from '../../core/slug.ts';
import type { Log } from '../../log/log.ts';

/** Highest number that is tried for `{n}`, and for a suffix of an id that is in use. */
const MAX_NUMBER = 100_000;

/**
 * Returns an unused id of the log's pattern (`id:` in the configuration). `{n}` is the first free number. Without `{n}`, an
 * id that is in use gets a suffix: `…-2`.
 */
export function newId(log: Log, title: string, date: Temporal.PlainDate): string {
	const { idPattern } = log.configuration;
	const isFree = (id: string) => log.view.byId(id).length === 0;
	const numbered = (id: (n: number) => string, from: number) => {
		for (let n = from; n < MAX_NUMBER; n++) {
			if (isFree(id(n))) {
				return id(n);
			}
		}
		return id(MAX_NUMBER);
	};
	const values: Readonly<Record<string, string>> = {
		yyyy: String(date.year).padStart(4, '0'),
		mm: String(date.month).padStart(2, '0'),
		dd: String(date.day).padStart(2, '0'),
		slug: slug(title) || 'incident',
	};
	const filled = idPattern.replace(/\{(yyyy|mm|dd|slug)\}/g, (_, name: string) => values[name] ?? '');
	if (filled.includes('{n}')) {
		return numbered(n => filled.replaceAll('{n}', String(n)), 1);
	}
	return isFree(filled) ? filled : numbered(n => `${filled}-${n}`, 2);
}

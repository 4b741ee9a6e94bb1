import type { OptionSchema } from '../rule.ts';

/** A rule's option as a list of texts; empty where the configuration has something else (which the schema reports). */
export function textsOption(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 };

/** The schema of an option that is a length of time: a number of days, hours or minutes. */
export function lengthSchema(fallback: string, description: string): OptionSchema {
	return { type: 'string', pattern: '^[0-9]{1,6}[dhm]$', default: fallback, description };
}

/** `14d`, `12h` or `90m` in milliseconds; infinite where the configuration has something else. */
export function lengthOption(value: unknown): number {
	const match = /^(\d{1,6})([dhm])$/.exec(typeof value === 'string' ? value : '');
	return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** The same for a message: "14 days". */
export function lengthText(value: unknown): string {
	const [, amount = '', unit = ''] = /^(\d{1,6})([dhm])$/.exec(typeof value === 'string' ? value : '') ?? [];
	const noun = { d: 'day', h: 'hour', m: 'minute' }[unit] ?? 'day';
	return `${amount} ${noun}${amount === '1' ? '' : 's'}`;
}

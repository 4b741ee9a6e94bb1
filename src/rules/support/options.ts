import { DAY, HOUR, MINUTE } from '../../core/time/units.ts';
import type { OptionSchema } from '../rule.ts';

/** Returns the texts of an option; empty if its value is not a list, which `schema/invalid` reports. */
export function textsOption(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

const UNITS: Readonly<Record<string, number>> = { d: DAY, h: HOUR, m: MINUTE };

/** Returns the schema of an option for a duration: a number of days, hours or minutes. */
export function lengthSchema(fallback: string, description: string): OptionSchema {
	return { type: 'string', pattern: '^[0-9]{1,6}[dhm]$', default: fallback, description };
}

/** Returns `14d`, `12h` or `90m` in milliseconds; infinite for any other value, which `schema/invalid` reports. */
export function lengthOption(value: unknown): number {
	const match = /^(\d{1,6})([dhm])$/.exec(typeof value === 'string' ? value : '');
	return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** Formats the value of a duration option for a message: "14 days". */
export function lengthText(value: unknown): string {
	const [, amount = '', unit = ''] = /^(\d{1,6})([dhm])$/.exec(typeof value === 'string' ? value : '') ?? [];
	const noun = { d: 'day', h: 'hour', m: 'minute' }[unit] ?? 'day';
	return `${amount} ${noun}${amount === '1' ? '' : 's'}`;
}

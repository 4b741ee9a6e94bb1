import { InvalidArgumentError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../log/environment.ts';
import { dialects } from '../parse/dialects/index.ts';

/** Parses a whole number from 0. */
export function count(text: string): number {
	if (!/^\d{1,9}$/.test(text)) {
		throw new InvalidArgumentError('Expected a whole number, such as 0.');
	}
	return Number(text);
}

/** Parses an RFC 3339 instant to milliseconds since 1970-01-01T00:00Z. */
export function instant(text: string): number {
	try {
		return Temporal.Instant.from(text).epochMilliseconds;
	} catch {
		throw new InvalidArgumentError('Expected an instant with an offset, such as 2024-09-01T12:00:00Z.');
	}
}

export function setClock(): Option {
	return new Option('--now <instant>', 'current time for the run (RFC 3339)').argParser(instant);
}

export function setDialect(): Option {
	return new Option('--dialect <name>', "dialect of the files (overrides the log's configuration)").choices(
		dialects.map(dialect => dialect.name),
	);
}

/** Returns a clock that is stopped at the value of `--now`, or the given clock without it. */
export function clockAt(now: number | undefined, clock: Clock): Clock {
	return now === undefined ? clock : { now: () => now };
}

/** Parses a date such as `2024-08-31`. */
export function date(text: string): string {
	try {
		return Temporal.PlainDate.from(text).toString();
	} catch {
		throw new InvalidArgumentError('Expected a date, such as 2024-08-31.');
	}
}

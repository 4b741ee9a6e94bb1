import { InvalidArgumentError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../log/environment.ts';
import { dialects } from '../parse/dialects/index.ts';

/** A whole number from 0. */
export function count(text: string): number {
	if (!/^\d{1,9}$/.test(text)) {
		throw new InvalidArgumentError('expected a whole number, such as 0.');
	}
	return Number(text);
}

/** An RFC 3339 instant, as milliseconds since 1970-01-01T00:00Z. */
function instant(text: string): number {
	try {
		return Temporal.Instant.from(text).epochMilliseconds;
	} catch {
		throw new InvalidArgumentError('expected an instant with its offset, such as 2024-09-01T12:00:00Z.');
	}
}

export function setClock(): Option {
	return new Option('--now <instant>', 'what time it is taken to be (RFC 3339)').argParser(instant);
}

export function setDialect(): Option {
	return new Option('--dialect <name>', 'how the files are written, whatever the log says').choices(
		dialects.map(dialect => dialect.name),
	);
}

/** The clock that stands still at what `--now` said; without it the one that goes. */
export function clockAt(now: number | undefined, clock: Clock): Clock {
	return now === undefined ? clock : { now: () => now };
}

/** A day, as `2024-08-31`. */
export function date(text: string): string {
	try {
		return Temporal.PlainDate.from(text).toString();
	} catch {
		throw new InvalidArgumentError('expected a date, such as 2024-08-31.');
	}
}

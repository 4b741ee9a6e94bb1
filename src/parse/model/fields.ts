import type { LocatedTime } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import { findDateOrder, needsDateOrder } from '../../core/time/date-order.ts';
import { isEpochText } from '../../core/time/explain-unreadable.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { DateOrder } from '../../core/time/written-date.ts';
import type { TimeReading } from '../../core/time/written-time.ts';
import type { Data, DataNode, DataPath } from './data.ts';
import type { Source } from './document.ts';
import type { TimeForms } from './time-forms.ts';

/** Reads typed values from the YAML of a record. A value of another type counts as absent: validation reports it. */
export class Fields {
	readonly source: Source;
	readonly data: Data | undefined;

	readonly #times: TimeForms | undefined;

	/** `times`: the usual forms of times in the document's dialect. */
	constructor(source: Source, data: Data | undefined, times?: TimeForms) {
		this.source = source;
		this.data = data;
		this.#times = times;
	}

	/** A text that is not blank. A number or a boolean is returned as written: `title: 2024` is "2024". */
	text(path: DataPath): Located<string> | undefined {
		const node = this.data?.at(path);
		return node && this.#textOf(node);
	}

	/** A time, read in the log's zone if it has none. */
	time(path: DataPath): LocatedTime | undefined {
		const node = this.data?.at(path);
		const value = node && timeText(node);
		if (node === undefined || value === undefined) {
			return undefined;
		}
		if (node.reading) {
			return { reading: node.reading, range: node.range };
		}
		const reading = readTime(value, {
			timeZone: this.source.configuration.timeZone,
			dateOrder: this.#dateOrder(value),
		});
		return { reading: this.#times ? applyTimeForms(reading, this.#times) : reading, range: node.range };
	}

	/** Returns the order of day and month on the page, for a value that needs it. */
	#dateOrder(value: string): DateOrder | undefined {
		return needsDateOrder(value) ? findDateOrder(this.source.text) : undefined;
	}

	/** The texts of a list, or a single text in place of a list. */
	texts(path: DataPath): Located<string>[] {
		const single = this.text(path);
		if (single) {
			return [single];
		}
		return this.items(path).flatMap(item => this.text(item) ?? []);
	}

	/** The paths of a list's items; empty for another value. */
	items(path: DataPath): DataPath[] {
		return Array.from({ length: this.data?.itemCount(path) ?? 0 }, (_, index) => [...path, index]);
	}

	/** The keys of a mapping without duplicates; empty for another value. */
	keys(path: DataPath): string[] {
		return [...new Set(this.data?.keys(path).map(({ key }) => key))];
	}

	#textOf({ value, range }: DataNode): Located<string> | undefined {
		if (typeof value === 'string') {
			return value.trim() === '' ? undefined : { value, range };
		}
		if (typeof value === 'number' || typeof value === 'boolean') {
			return { value: this.source.text.slice(range.start, range.end), range };
		}
		return undefined;
	}
}

/** Returns the text of a time. A number of seconds since 1970 is included, although it is not a time: it is reported. */
function timeText({ value }: DataNode): string | undefined {
	if (typeof value === 'number' && isEpochText(String(value))) {
		return String(value);
	}
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Removes the deviations that are usual in the dialect from a time. */
function applyTimeForms(reading: TimeReading, { deviations, isInLogZone }: TimeForms): TimeReading {
	if (!reading.ok || (deviations.length === 0 && !isInLogZone)) {
		return reading;
	}
	return reading.with({
		deviations: reading.deviations.filter(deviation => !deviations.includes(deviation)),
		zoneImplied: (isInLogZone && reading.zone === undefined) || undefined,
	});
}

/** Returns the word if it is in a list, otherwise undefined. */
export function oneOf<const Words extends readonly string[]>(
	words: Words,
	text: string | undefined,
): Words[number] | undefined {
	return words.find(word => word === text);
}

import { Temporal } from 'temporal-polyfill';

/** In milliseconds. */
const QUARTER_HOUR = 900_000;
/** A cache is cleared beyond this number of entries: the text of a user determines its keys. */
const MAX_CACHE_ENTRIES = 20_000;

/**
 * Cached lookups in the time zone database of the runtime, which costs microseconds for each lookup. All logs share one
 * instance for the life of the process: the database does not change, so that an entry never becomes invalid.
 */
class ZoneDatabase {
	/** Canonical names by requested name; undefined for unknown zones. */
	readonly #names = new Map<string, string | undefined>();
	/** Offsets in milliseconds, by zone and by number of quarter hours since 1970. */
	readonly #offsets = new Map<string, Map<number, number>>();

	/** The canonical name of a zone; undefined for an unknown one. */
	nameOf(name: string): string | undefined {
		if (!this.#names.has(name)) {
			if (this.#names.size > MAX_CACHE_ENTRIES) {
				this.#names.clear();
			}
			this.#names.set(name, findZone(name));
		}
		return this.#names.get(name);
	}

	/** The offset of a zone, in milliseconds, at an instant in milliseconds since 1970. 0 for an unknown zone. */
	offsetAt(timeZone: string, instant: number): number {
		let offsets = this.#offsets.get(timeZone);
		if (offsets === undefined) {
			offsets = new Map();
			this.#offsets.set(timeZone, offsets);
		}
		// Since 1972 zones change their offset only at a quarter of an hour.
		const quarter = Math.floor(instant / QUARTER_HOUR);
		let offset = offsets.get(quarter);
		if (offset === undefined) {
			if (offsets.size > MAX_CACHE_ENTRIES) {
				offsets.clear();
			}
			offset = findOffset(this.nameOf(timeZone), quarter * QUARTER_HOUR);
			offsets.set(quarter, offset);
		}
		return offset;
	}
}

export const zoneDatabase = new ZoneDatabase();

function findZone(name: string): string | undefined {
	// Temporal also accepts offsets and whole RFC 9557 strings as zones: pass only texts with the form of a name.
	if (name.length > 50 || !/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) {
		return undefined;
	}
	try {
		return new Temporal.ZonedDateTime(0n, name).timeZoneId;
	} catch {
		return undefined;
	}
}

function findOffset(zone: string | undefined, instant: number): number {
	return zone === undefined
		? 0
		: new Temporal.ZonedDateTime(BigInt(instant) * 1_000_000n, zone).offsetNanoseconds / 1e6;
}

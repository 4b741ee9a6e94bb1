import { globFault, globOrderFault } from '../../core/glob.ts';
import { listed } from '../../core/listed.ts';
import { type Range, within } from '../../core/range.ts';
import { isTimeZone, zonesOfAbbreviation } from '../../core/time/zones.ts';
import { MAX_SCHEMA_DEPTH, MAX_SCHEMAS, MAX_VALUES, readOwnFields } from '../../schema/read-own-fields.ts';
import type { LogDocument } from '../model/document.ts';
import { configurationFields, FILE_KEYS, ownFieldsIn, readConfiguration } from './configuration.ts';

/** A fault in an `incident-log.yaml` that a JSON Schema cannot express. */
export interface ConfigurationProblem {
	readonly range: Range;
	readonly message: string;
	readonly found: string;
	/** The allowed words; empty if they are not a list. */
	readonly candidates: readonly string[];
	/** For a value that is used, but has an effect that is probably not intended. */
	readonly level?: 'hint';
}

const ID_PLACEHOLDERS = ['yyyy', 'mm', 'dd', 'slug', 'n'];

/** Longer lists of levels are not enumerated in a message. */
const MAX_LISTED_LEVELS = 20;

/** Returns the faults of an `incident-log.yaml` beyond its schema, such as an unknown time zone, sorted by position. */
export function configurationProblems(document: LogDocument): ConfigurationProblem[] {
	return [
		...zoneProblems(document),
		...scaleProblems(document),
		...idProblems(document),
		...globProblems(document),
		...ownFieldProblems(document),
	].sort((a, b) => a.range.start - b.range.start);
}

function* zoneProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const zone = configurationFields(document).text(['time_zone']);
	if (zone && !isTimeZone(zone.value.trim())) {
		const message = `Unknown time zone \`${zone.value}\`. Expected an IANA name such as \`${likelyZone(zone.value)}\`.`;
		yield { range: zone.range, message, found: zone.value, candidates: [] };
	} else if (zone && WITHOUT_SUMMER_TIME.has(zone.value.trim())) {
		const message = `Time zone \`${zone.value}\` without daylight saving time. Expected an IANA name such as \`${likelyZone(zone.value)}\`.`;
		yield { range: zone.range, message, found: zone.value, candidates: [], level: 'hint' };
	}
}

/** Names of the time zone database with a fixed offset, which are also abbreviations of zones with daylight saving time. */
const WITHOUT_SUMMER_TIME: ReadonlySet<string> = new Set(['EST', 'MST']);

function* scaleProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const fields = configurationFields(document);
	const { levels } = readConfiguration(document).impact;
	const expected =
		levels.length > MAX_LISTED_LEVELS
			? `one of ${levels.length} levels such as \`${levels[0]}\``
			: alternatives(levels);
	const seen = new Set<string>();
	for (const level of fields.texts(['impact', 'levels'])) {
		const word = level.value.trim().toLowerCase();
		if (seen.has(word)) {
			const message = `Duplicate impact level \`${level.value}\`. Expected each level once.`;
			yield { range: level.range, message, found: level.value, candidates: [] };
		}
		seen.add(word);
	}
	const known = new Set(levels.map(level => level.toLowerCase()));
	for (const alias of fields.keys(['impact', 'aliases'])) {
		const target = fields.text(['impact', 'aliases', alias]);
		if (target && !known.has(target.value.trim().toLowerCase())) {
			const message = `Unknown impact level \`${target.value}\`. Expected ${expected}.`;
			yield { range: target.range, message, found: target.value, candidates: levels };
		}
	}
}

function* idProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const pattern = configurationFields(document).text(['id']);
	if (!pattern) {
		return;
	}
	for (const match of pattern.value.matchAll(/\{([^{}]*)\}/g)) {
		const name = match[1] ?? '';
		if (!ID_PLACEHOLDERS.includes(name)) {
			const expected = alternatives(ID_PLACEHOLDERS.map(placeholder => `{${placeholder}}`));
			const message = `Unknown placeholder \`{${name}}\`. Expected ${expected}.`;
			const range = within(pattern, { start: match.index, end: match.index + match[0].length });
			yield { range, message, found: name, candidates: ID_PLACEHOLDERS };
		}
	}
}

/** Reports globs that are not used: a log that is read in part must not pass the check. */
function* globProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const fields = configurationFields(document);
	for (const path of [...Object.values(FILE_KEYS).map(key => ['files', key]), ['exclude']]) {
		const globs = fields.texts(path);
		const values = globs.map(({ value }) => value.trim());
		for (const [index, { value, range }] of globs.entries()) {
			const fault = globFault(value.trim()) ?? globOrderFault(values, index);
			if (fault) {
				const message = `Invalid glob \`${value}\`: ${fault.detail}. Expected ${fault.expected}.`;
				yield { range, message, found: value, candidates: [] };
			}
		}
	}
}

/** Reports the parts of own fields' schemas that are not read, because values are not checked against them. */
function* ownFieldProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const { tooDeep, tooLong, tooMany } = readOwnFields(ownFieldsIn(configurationFields(document)));
	const faults = [
		...tooDeep.map(path => ({ path, detail: 'nested too deeply', expected: `at most ${MAX_SCHEMA_DEPTH} levels` })),
		...tooLong.map(path => ({ path, detail: 'too many values', expected: `at most ${MAX_VALUES} values` })),
		...(tooMany
			? [{ path: tooMany, detail: 'too many schemas', expected: `at most ${MAX_SCHEMAS} schemas in all fields` }]
			: []),
	];
	for (const { path, detail, expected } of faults) {
		const node = document.data?.at(path);
		const range = node?.keyRange ?? node?.range;
		if (range) {
			const found = String(path.at(-1));
			yield { range, message: `Ignored schema \`${found}\`: ${detail}. Expected ${expected}.`, found, candidates: [] };
		}
	}
}

/** Formats words as "`a`, `b` or `c`". */
function alternatives(words: readonly string[]): string {
	return listed(
		words.map(word => `\`${word}\``),
		'or',
	);
}

/** The IANA name of an abbreviation ("IST"), of words ("Pacific Time") or of an offset ("UTC+2"). */
function likelyZone(written: string): string {
	const [, sign, hours] = /^(?:utc|gmt)?\s?([+-])0?(\d{1,2})(?::?00)?$/i.exec(written.trim()) ?? [];
	if (sign !== undefined) {
		// The signs of these zones are those of POSIX: west of Greenwich is positive.
		return `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
	}
	return zonesOfAbbreviation(written.trim(), 'UTC')[0] ?? 'America/New_York';
}

import { globFault } from '../../core/glob.ts';
import { type Range, within } from '../../core/range.ts';
import { isTimeZone } from '../../core/time/zones.ts';
import { MAX_SCHEMA_DEPTH, MAX_SCHEMAS, MAX_VALUES, readOwnFields } from '../../schema/read-own-fields.ts';
import type { LogDocument } from '../model/document.ts';
import { configurationFields, FILE_KEYS, ownFieldsIn, readConfiguration } from './configuration.ts';

/** Something in an `incident-log.yaml` that a JSON Schema cannot see. */
export interface ConfigurationProblem {
	readonly range: Range;
	/** What was found, then what is expected. */
	readonly message: string;
	readonly found: string;
	/** The words that would do, where there are few. */
	readonly candidates: readonly string[];
}

const ID_PLACEHOLDERS = ['yyyy', 'mm', 'dd', 'slug', 'n'];

/** More levels than these are not enumerated. */
const MOST_LEVELS = 20;

/** What an `incident-log.yaml` says that does not hold: a zone that does not exist, an alias of a level that does not. */
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
		const message = `\`${zone.value}\` is no time zone; expected an IANA name such as \`America/New_York\``;
		yield { range: zone.range, message, found: zone.value, candidates: [] };
	}
}

function* scaleProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const fields = configurationFields(document);
	const { levels } = readConfiguration(document).impact;
	const few = levels.slice(0, MOST_LEVELS).map(level => `\`${level}\``);
	const expected = few.length < levels.length ? `one of ${levels.length} levels such as ${few[0]}` : few.join(', ');
	const seen = new Set<string>();
	for (const level of fields.texts(['impact', 'levels'])) {
		const word = level.value.trim().toLowerCase();
		if (seen.has(word)) {
			const message = `\`${level.value}\` is a level already; expected each level once`;
			yield { range: level.range, message, found: level.value, candidates: [] };
		}
		seen.add(word);
	}
	const known = new Set(levels.map(level => level.toLowerCase()));
	for (const alias of fields.keys(['impact', 'aliases'])) {
		const target = fields.text(['impact', 'aliases', alias]);
		if (target && !known.has(target.value.trim().toLowerCase())) {
			const message = `\`${target.value}\` is no level of this log; expected ${expected}`;
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
			const expected = ID_PLACEHOLDERS.map(placeholder => `\`{${placeholder}}\``).join(', ');
			const message = `\`{${name}}\` stands for nothing; expected ${expected}`;
			const place = within(pattern, { start: match.index, end: match.index + match[0].length });
			yield { range: place, message, found: name, candidates: ID_PLACEHOLDERS };
		}
	}
}

/** Globs that are not used: a log that is read in part must not pass as clean. */
function* globProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const fields = configurationFields(document);
	for (const key of Object.values(FILE_KEYS)) {
		for (const { value, range } of fields.texts(['files', key])) {
			const fault = globFault(value.trim());
			if (fault) {
				const message = `\`${value}\` ${fault.found}; expected ${fault.expected}`;
				yield { range, message, found: value, candidates: [] };
			}
		}
	}
}

/** What is not read of the fields' schemas, so that nobody thinks that it is checked. */
function* ownFieldProblems(document: LogDocument): Iterable<ConfigurationProblem> {
	const { tooDeep, tooLong, tooMany } = readOwnFields(ownFieldsIn(configurationFields(document)));
	const places = [
		...tooDeep.map(path => ({ path, expected: `schemas nested at most ${MAX_SCHEMA_DEPTH} levels deep` })),
		...tooLong.map(path => ({ path, expected: `at most ${MAX_VALUES} values` })),
		...(tooMany ? [{ path: tooMany, expected: `at most ${MAX_SCHEMAS} schemas` }] : []),
	];
	for (const { path, expected } of places) {
		const node = document.data?.at(path);
		const range = node?.keyRange ?? node?.range;
		if (range) {
			const found = String(path.at(-1));
			yield { range, message: `\`${found}\` is not checked; expected ${expected}`, found, candidates: [] };
		}
	}
}

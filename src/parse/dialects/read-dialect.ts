import type { StatedDuration } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { incidentTimes } from '../../schema/fields.ts';
import { findDurations } from '../english/read-duration.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Data } from '../model/data.ts';
import type { Source } from '../model/document.ts';
import type { TimeForms } from '../model/time-forms.ts';
import { matchesDialect } from './detection.ts';
import { type Dialect, isNative } from './dialect.ts';
import { type HeadSource, type RawField, readHeads } from './heads.ts';
import { dialectNamed, dialects, native } from './index.ts';
import { mapFields, type NativeField } from './map-fields.ts';
import { MappedData } from './mapped-data.ts';
import { readUpdates } from './updates.ts';

/** A record read in its dialect. */
export interface DialectReading {
	readonly dialect: Dialect;
	/** The data under native names with the ranges of the source. For a native record, its YAML. */
	readonly data: Data | undefined;
	/** The range of the timeline if it has no section of its own. */
	readonly timeline: Range | undefined;
	readonly statedDurations: readonly StatedDuration[];
	readonly times: TimeForms;
}

/** Reads a record in the dialect of its log or, if the configuration names none, in the detected dialect. */
export function readDialect(source: Source, data: Data | undefined, page: Markdown | undefined): DialectReading {
	const stated = source.configuration.dialect;
	const head = { text: source.text, data, page };
	const dialect =
		source.kind === 'incident'
			? ((stated === undefined ? undefined : dialectNamed(stated)) ?? detectDialect(source, head))
			: native;
	if (isNative(dialect)) {
		return { dialect: native, data, timeline: undefined, statedDurations: [], times: native.times };
	}
	const raw = readHeads(dialect.headReaders, head);
	const fields = mapFields(dialect, raw, source.configuration);
	const updates = dialect.updates && page && readUpdates(dialect.updates, source.text, page.range, kindIn(fields));
	if (updates) {
		fields.push(['updates', updates]);
	}
	return {
		dialect,
		data: new MappedData(fields, headRange(head, raw), {
			absentFields: new Set(dialect.absentFields),
			names: namesOf(dialect, fields, source.text),
		}),
		timeline: timelineIn(dialect, raw, head),
		statedDurations: readDurations(dialect, raw),
		times: dialect.times,
	};
}

/** Front matter with one of these keys is native. */
const NATIVE_KEYS: ReadonlySet<string> = new Set(['impact', ...incidentTimes]);

function detectDialect(source: Source, head: HeadSource): Dialect {
	if (head.data?.keys([]).some(({ key }) => NATIVE_KEYS.has(key))) {
		return native;
	}
	const keys = new Set(head.data?.keys([]).map(({ key }) => key));
	return (
		dialects.find(dialect => matchesDialect(dialect, keys) || readsDetectedFields(dialect, source, head)) ?? native
	);
}

function readsDetectedFields(dialect: Dialect, source: Source, head: HeadSource): boolean {
	const wanted = dialect.detection.flatMap(rule => ('reads' in rule ? rule.reads : []));
	if (wanted.length === 0 || head.page === undefined) {
		return false;
	}
	const raw = readHeads(
		dialect.headReaders.filter(form => form !== 'front-matter'),
		head,
	);
	return mapFields(dialect, raw, source.configuration).some(([field]) => wanted.includes(field));
}

function kindIn(fields: readonly NativeField[]): unknown {
	return fields.find(([field]) => field === 'kind')?.[1].value;
}

/** From the label to the next bold label, even if the list ends before: an unindented code block ends a list. */
function timelineIn({ timeline }: Dialect, raw: readonly RawField[], { text, page }: HeadSource): Range | undefined {
	const items = raw.filter(({ head }) => head === 'bullets');
	const index = items.findIndex(({ name }) => timeline?.includes(name));
	const item = items[index];
	const next = items
		.slice(index + 1)
		.find(({ node: { keyRange } }) => keyRange !== undefined && text.startsWith('**', keyRange.start - 2));
	return item && page && { start: item.extent.start, end: next?.extent.start ?? page.range.end };
}

/** The source name of each native field: as written, or the first name of the mapping if the field is absent. */
function namesOf(
	{ fields: mappings }: Dialect,
	fields: readonly NativeField[],
	text: string,
): ReadonlyMap<string, string> {
	const names = new Map(mappings.toReversed().map(({ to, from }) => [to, from[0] ?? to]));
	for (const [field, { keyRange }] of fields) {
		const written = keyRange && text.slice(keyRange.start, keyRange.end);
		if (written) {
			names.set(field, written);
		}
	}
	return names;
}

/** The range of the front matter; without front matter from the first to the last field of the head. */
function headRange({ data }: HeadSource, raw: readonly RawField[]): Range {
	return (
		data?.range ?? {
			start: Math.min(
				...raw.map(({ node }) => node.keyRange?.start ?? node.range.start),
				...(raw.length === 0 ? [0] : []),
			),
			end: Math.max(0, ...raw.map(({ node }) => node.range.end)),
		}
	);
}

/** Durations that are not elapsed time, such as support hours, or times of day. */
const NOT_ELAPSED_TIME = /\bsupport hours\b|\bworking hours\b|\bbusiness hours\b|\d\d:\d\d/i;

function readDurations(dialect: Dialect, raw: readonly RawField[]): StatedDuration[] {
	return (dialect.durations ?? []).flatMap(({ from, between }) => {
		const node = raw.find(({ name }) => from.includes(name))?.node;
		const [duration] =
			typeof node?.value === 'string' && !NOT_ELAPSED_TIME.test(node.value) ? findDurations(node.value) : [];
		if (!node || !duration) {
			return [];
		}
		const start = node.range.start + duration.range.start;
		const range = { start, end: start + duration.range.end - duration.range.start };
		return [{ duration: { value: duration.value, range }, between }];
	});
}

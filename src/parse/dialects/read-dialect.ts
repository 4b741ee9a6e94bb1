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

/** A record as its dialect has it. */
export interface DialectReading {
	readonly dialect: Dialect;
	/** Native names and values at the places of the source. Of a native record what its YAML says. */
	readonly data: Data | undefined;
	/** Where the timeline stands, when that is not in a section of its own. */
	readonly timeline: Range | undefined;
	readonly statedDurations: readonly StatedDuration[];
	readonly times: TimeForms;
}

/** Reads a record by the dialect of its log, or, where no configuration names one, by the one whose signs it bears. */
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
		data: new MappedData(fields, rangeOf(head, raw), {
			without: new Set(dialect.absentFields),
			names: namesOf(dialect, fields, source.text),
		}),
		timeline: timelineIn(dialect, raw, head),
		statedDurations: readDurations(dialect, raw),
		times: dialect.times,
	};
}

/** Front matter with any of these is native, whatever else a page has. */
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
	const wanted = dialect.detection.flatMap(sign => ('reads' in sign ? sign.reads : []));
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

/** From the label up to the next one in bold: a block of code that is not indented ends a list, and not the timeline. */
function timelineIn({ timeline }: Dialect, raw: readonly RawField[], { text, page }: HeadSource): Range | undefined {
	const items = raw.filter(({ head }) => head === 'bullets');
	const index = items.findIndex(({ name }) => timeline?.includes(name));
	const item = items[index];
	const next = items
		.slice(index + 1)
		.find(({ node: { keyRange } }) => keyRange !== undefined && text.startsWith('**', keyRange.start - 2));
	return item && page && { start: item.extent.start, end: next?.extent.start ?? page.range.end };
}

/** What each field is called where it stands; one that is absent as the dialect calls it. */
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

/** That of the front matter, or else from the first to the last field of the page's head. */
function rangeOf({ data }: HeadSource, raw: readonly RawField[]): Range {
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

/** A duration of another kind: hours in which somebody was on duty. */
const NOT_COMPARED = /\bsupport hours\b|\bworking hours\b|\bbusiness hours\b|\d\d:\d\d/i;

function readDurations(dialect: Dialect, raw: readonly RawField[]): StatedDuration[] {
	return (dialect.durations ?? []).flatMap(({ from, between }) => {
		const node = raw.find(({ name }) => from.includes(name))?.node;
		const [duration] =
			typeof node?.value === 'string' && !NOT_COMPARED.test(node.value) ? findDurations(node.value) : [];
		if (!node || !duration) {
			return [];
		}
		const start = node.range.start + duration.range.start;
		const range = { start, end: start + duration.range.end - duration.range.start };
		return [{ duration: { value: duration.value, range }, between }];
	});
}

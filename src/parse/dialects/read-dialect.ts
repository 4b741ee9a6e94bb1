import { EMPTY_RANGE } from '../../core/range.ts';
import { readFrontMatter } from '../heads/front-matter.ts';
import type { HeadSource } from '../heads/head-field.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Data } from '../model/data.ts';
import type { Source } from '../model/document.ts';
import { MappedData } from '../model/mapped-data.ts';
import type { TimeForms } from '../model/time-forms.ts';
import { matchesDialect } from './detection.ts';
import type { Dialect } from './dialect.ts';
import { type GeneralReading, readGeneral } from './general.ts';
import { dialectNamed, dialects, markdownHead, native } from './index.ts';
import { mapFields, type NativeField } from './map-fields.ts';
import { hasNativeKey } from './native-keys.ts';
import { readUpdates } from './updates.ts';

/** A record read in its dialect. */
export interface DialectReading {
	readonly dialect: Dialect;
	/** The data under native names with the ranges of the source. For a native record, its YAML. */
	readonly data: Data | undefined;
	/** What the page of a record states besides its data. */
	readonly general: GeneralReading | undefined;
	readonly times: TimeForms;
}

/** Reads a record in the dialect of its log or, if the configuration names none, in the detected dialect. */
export function readDialect(source: Source, data: Data | undefined, page: Markdown | undefined): DialectReading {
	const head = { text: source.text, data, page };
	const dialect = dialectOf(source, head);
	switch (dialect.head) {
		case 'native':
			return { dialect: native, data, general: undefined, times: native.times };
		case 'front-matter':
			return readFields(dialect, source, head);
		case 'general':
			return readPage(dialect, source, head);
	}
}

function isNativeData({ kind }: Source, data: Data | undefined): boolean {
	const isRecord = kind === 'incident' || kind === 'postmortem';
	return data !== undefined && (!isRecord || hasNativeKey(kind, keysOf(data)));
}

function keysOf(data: Data | undefined): ReadonlySet<string> {
	return new Set(data?.keys([]).map(({ key }) => key));
}

function dialectOf(source: Source, head: HeadSource): Dialect {
	const { kind, configuration } = source;
	if (kind !== 'incident' && kind !== 'postmortem') {
		return native;
	}
	const stated = configuration.dialect === undefined ? undefined : dialectNamed(configuration.dialect);
	const isOfRecords = stated !== undefined && (stated === native || stated.head !== 'native');
	if (isOfRecords && (stated === native || kind === 'incident')) {
		return stated;
	}
	if (kind === 'incident' && !isNativeData(source, head.data)) {
		const keys = keysOf(head.data);
		const found = dialects.find(dialect => matchesDialect(dialect, keys));
		if (found) {
			return found;
		}
	}
	return head.page === undefined ? native : markdownHead;
}

/** Reads front matter whose fields the dialect lists. */
function readFields(dialect: Dialect, source: Source, { data, page }: HeadSource): DialectReading {
	const head = { text: source.text, data, page };
	const raw = [...readFrontMatter(head)].map(({ label, node }) => ({ name: label.toLowerCase(), node }));
	const fields = mapFields(dialect, raw, source.configuration);
	const updates = dialect.updates && page && readUpdates(dialect.updates, source.text, page.range, kindIn(fields));
	if (updates) {
		fields.push(['updates', updates]);
	}
	return {
		dialect,
		data: new MappedData(fields, data?.range ?? EMPTY_RANGE, {
			absentFields: new Set(dialect.absentFields),
			names: namesOf(dialect, fields, source.text),
			fieldWords: wordsOf(dialect),
		}),
		general: undefined,
		times: dialect.times,
	};
}

/** Reads a page. Native front matter is kept, and the page supplies what it lacks. A blank page has no data. */
function readPage(dialect: Dialect, source: Source, head: HeadSource): DialectReading {
	const isNative = isNativeData(source, head.data);
	const isBlank = head.page === undefined || source.text.slice(head.page.range.start).trim() === '';
	if (isBlank && (head.data === undefined || isNative)) {
		return { dialect: native, data: head.data, general: undefined, times: native.times };
	}
	const general = readGeneral(source, head, isNative ? head.data : undefined);
	const named = isNative || source.kind === 'postmortem' ? native : dialect;
	return { dialect: named, data: general.data, general, times: dialect.times };
}

function kindIn(fields: readonly NativeField[]): unknown {
	return fields.find(([field]) => field === 'kind')?.[1].value;
}

/** The words of the dialect for the values of native fields. */
function wordsOf({ fields }: Dialect): ReadonlyMap<string, readonly string[]> {
	return new Map(
		fields.flatMap(({ to, words, keepsUnknownWords }) =>
			words && keepsUnknownWords ? [[to, Object.keys(words)] as const] : [],
		),
	);
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

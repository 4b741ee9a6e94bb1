import { compareText } from '../core/compare-text.ts';
import { DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';
import { recordFolder } from '../core/record-files.ts';
import { RECORD_KINDS, type RecordKind } from '../core/record-folders.ts';
import { childUri, pathWithin } from '../core/uri/uri.ts';
import { type CoverageSummary, summarizeCoverage } from '../log/coverage.ts';
import type { Clock } from '../log/environment.ts';
import { FileKinds } from '../log/kinds.ts';
import { Log } from '../log/log.ts';
import type { Dialect } from '../parse/dialects/dialect.ts';
import { dialectNamed, native } from '../parse/dialects/index.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { readConfiguration } from '../parse/records/configuration.ts';
import { vocabularyWith } from '../vocabulary/index.ts';
import { formatProposal } from './proposal-text.ts';
import { proposeGlobs } from './propose-globs.ts';
import { proposeScale } from './propose-levels.ts';
import { ownWords, type ProposedWords, proposeWords } from './propose-words.ts';
import { proposeZone, zonesOf } from './propose-zone.ts';
import { type RecognisedRecord, recognise } from './recognise.ts';

/** A configuration for existing files. */
export interface Proposal {
	/** The text of `incident-log.yaml`. */
	readonly text: string;
	/** Number of files that are records by name and content, by kind. */
	readonly recognised: Readonly<Record<RecordKind, number>>;
	/** The folders of these files. */
	readonly folders: readonly RecordFolder[];
	/** Number of these files that the configuration reads as documents. */
	readonly read: number;
	/** What is understood of them with the configuration. */
	readonly coverage: CoverageSummary;
}

export interface RecordFolder {
	/** Relative to the root, decoded; empty for the root itself. */
	readonly path: string;
	readonly kind: RecordKind;
	/** Number of files. */
	readonly files: number;
}

/** A component that fewer records name is not proposed. */
const MIN_RECORDS_FOR_COMPONENTS = 5;
const MAX_COMPONENTS = 40;
/** The minimum share of the records for which a dialect is named. */
const MIN_SHARE = 0.8;

/**
 * Proposes the configuration of a log for the files below its root. Undefined if no file is a record. `files`: the texts of
 * the candidate files by URI.
 */
export function propose(root: string, files: ReadonlyMap<string, string>, clock: Clock): Proposal | undefined {
	const records = oneKindPerFolder(
		[...files]
			.sort(([one], [other]) => compareText(one, other))
			.flatMap(([uri, text]) => recognise(root, uri, text) ?? []),
	);
	if (records.length === 0) {
		return undefined;
	}
	const dialect = dialectOf(records);
	const words = proposeWords(records.map(({ document }) => document));
	const documents = readWith(words, records);
	const zones = zonesOf(documents);
	const text = formatProposal({
		records: records.length,
		zones,
		timeZone: proposeZone(zones),
		dialect,
		files: globsFor(root, records, files, dialect?.name),
		words,
		scale: dialect ? undefined : proposeScale(documents),
		components: componentsOf(records),
	});
	const log = openLog(root, files, text, clock);
	const recognised = Object.fromEntries(
		RECORD_KINDS.map(kind => [kind, records.filter(record => record.kind === kind).length]),
	) as Record<RecordKind, number>;
	return {
		text,
		recognised,
		folders: foldersOf(records),
		read: records.filter(({ uri }) => log.has(uri)).length,
		coverage: summarizeCoverage(log.coverage()),
	};
}

/** The documents of some records, read again with the words of a proposal. */
function readWith(words: ProposedWords, records: readonly RecognisedRecord[]): readonly LogDocument[] {
	if (words.fields.length + words.sections.length === 0) {
		return records.map(({ document }) => document);
	}
	const configuration = { ...DEFAULT_CONFIGURATION, vocabulary: vocabularyWith(ownWords(words)) };
	return records.map(({ document: { uri, text } }) => parseDocument({ uri, text, kind: 'incident', configuration }));
}

/** Counts the records by folder and kind. A folder of one record counts for the folder above. */
function foldersOf(records: readonly RecognisedRecord[]): readonly RecordFolder[] {
	const counts = new Map<string, RecordFolder>();
	for (const { path, kind } of records) {
		const own = recordFolder(path) === undefined ? 1 : 2;
		const folder = path.slice(0, -own).join('/');
		const key = `${kind} ${folder}`;
		counts.set(key, { path: folder, kind, files: (counts.get(key)?.files ?? 0) + 1 });
	}
	return [...counts.values()].sort((one, other) => other.files - one.files || compareText(one.path, other.path));
}

/** Incidents and postmortems of one folder have the kind of most of them: globs and readers see folders. */
function oneKindPerFolder(records: readonly RecognisedRecord[]): RecognisedRecord[] {
	const postmortems = new Map<string, number>();
	const folderOf = ({ path }: RecognisedRecord) => path.slice(0, -1).join('/');
	for (const record of records.filter(({ kind }) => kind !== 'bulletin')) {
		const step = record.kind === 'postmortem' ? 1 : -1;
		postmortems.set(folderOf(record), (postmortems.get(folderOf(record)) ?? 0) + step);
	}
	return records.map(record => {
		const isPostmortem = (postmortems.get(folderOf(record)) ?? 0) > 0;
		return record.kind === 'bulletin' ? record : { ...record, kind: isPostmortem ? 'postmortem' : 'incident' };
	});
}

/** The dialect that almost all records are detected as. */
function dialectOf(records: readonly RecognisedRecord[]): Dialect | undefined {
	const counts = new Map<string, number>();
	for (const { document } of records) {
		counts.set(document.dialect, (counts.get(document.dialect) ?? 0) + 1);
	}
	const [name, count = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
	const dialect = name === undefined || name === native.name ? undefined : dialectNamed(name);
	return dialect && Object.keys(dialect.files).length > 0 && count / records.length >= MIN_SHARE ? dialect : undefined;
}

/** Globs of the kinds that the default folders, or those of the dialect, do not find. */
function globsFor(
	root: string,
	records: readonly RecognisedRecord[],
	files: ReadonlyMap<string, string>,
	dialect: string | undefined,
): Readonly<Record<string, readonly string[]>> | undefined {
	const kinds = new FileKinds(root, { ...DEFAULT_CONFIGURATION, dialect }, true);
	const isRecord = new Set(records.map(({ uri }) => uri));
	const others = [...files.keys()].flatMap(uri => (isRecord.has(uri) ? [] : [pathWithin(root, uri) ?? []]));
	const globs = RECORD_KINDS.flatMap(kind => {
		const ofKind = records.filter(record => record.kind === kind);
		const isFound = ofKind.every(({ uri }) => kinds.kindOf(uri, files.get(uri)) === kind);
		return isFound
			? []
			: [
					[
						`${kind}s`,
						proposeGlobs(
							ofKind.map(({ path }) => path),
							others,
						),
					] as const,
				];
	});
	return globs.length === 0 ? undefined : Object.fromEntries(globs);
}

/** The components of the records, if they come from a list: few names, and most of them in several records. */
function componentsOf(records: readonly RecognisedRecord[]): readonly string[] | undefined {
	const counts = new Map<string, number>();
	for (const { document } of records) {
		for (const name of new Set(document.incidents.flatMap(({ components }) => components.map(({ value }) => value)))) {
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
	}
	const repeated = [...counts.values()].filter(count => count > 1).length;
	const isList =
		records.length >= MIN_RECORDS_FOR_COMPONENTS && counts.size <= MAX_COMPONENTS && repeated * 2 > counts.size;
	return isList ? [...counts.keys()].sort(compareText) : undefined;
}

/** The log that the files are with a configuration. */
function openLog(root: string, files: ReadonlyMap<string, string>, text: string, clock: Clock): Log {
	const uri = childUri(root, CONFIGURATION_FILE);
	const stated = parseDocument({ uri, text, kind: 'configuration', configuration: DEFAULT_CONFIGURATION });
	const configuration = readConfiguration(stated);
	const kinds = new FileKinds(root, configuration, true);
	const log = new Log({ root, clock, configuration });
	for (const [file, content] of files) {
		const kind = kinds.kindOf(file, content);
		if (kind !== undefined) {
			log.set(file, content, kind);
		}
	}
	return log;
}

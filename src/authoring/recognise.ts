import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { isExcludedFile } from '../core/record-files.ts';
import { isIdLike, kindOfFolder, type RecordKind } from '../core/record-folders.ts';
import { isTemplateText } from '../core/record-template.ts';
import { nameOf, parentUri, pathWithin } from '../core/uri/uri.ts';
import type { Content } from '../log/content.ts';
import { dialects } from '../parse/dialects/index.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { incidentTimes } from '../schema/fields.ts';

/** A file that is a record by its name and content. */
export interface RecognisedRecord {
	readonly uri: string;
	/** Path segments below the root, decoded. */
	readonly path: readonly string[];
	readonly kind: RecordKind;
	readonly document: LogDocument;
}

/** Points from which on a file is a record. */
const THRESHOLD = 4;
/** The same for a file that the user named as a record. */
const NAMED_THRESHOLD = 3;
const POSTMORTEM_WORDS = /post[-_ ]?mortem|\brca\b|root[-_ ]cause|retrospective|\bpir\b|复盘/iu;
const INCIDENT_WORDS =
	/\b(?:incident|outage|disruption|downtime|sev[-_ ]?\d)|post[-_ ]?mortem|\brca\b|障害|事故|故障/iu;
/** Dialects that are detected by properties of their own. */
const DETECTED: ReadonlySet<string> = new Set(
	dialects.flatMap(({ name, detection }) => (detection.some(rule => 'keys' in rule) ? [name] : [])),
);
const NATIVE_KEYS: readonly string[] = [...incidentTimes, 'impact', 'severity'];

/**
 * Recognises a record in any folder by its name and content. Undefined for other pages and for templates. `root` is the
 * searched folder.
 */
export function recognise(
	root: string,
	uri: string,
	text: string,
	configuration: Configuration = DEFAULT_CONFIGURATION,
	threshold = THRESHOLD,
): RecognisedRecord | undefined {
	const path = pathWithin(root, uri);
	if (path === undefined || path.length === 0 || isExcludedFile(path)) {
		return undefined;
	}
	const folders = [nameOf(root), ...path.slice(0, -1)];
	const byFolder = folders
		.reverse()
		.map(name => kindOfFolder(name))
		.find(kind => kind !== undefined);
	const document = parseDocument({ uri, text, kind: 'incident', configuration });
	if (byFolder !== 'incident' && byFolder !== 'postmortem' && isBulletin(document, path.at(-1) ?? '', configuration)) {
		return { uri, path, kind: 'bulletin', document };
	}
	const isRecord = DETECTED.has(document.dialect) || pointsOf(document, path, byFolder !== undefined) >= threshold;
	return isRecord ? { uri, path, kind: byFolder ?? kindByWords(document, path), document } : undefined;
}

/**
 * Returns the kind of a file that the user named as a record, in any folder. Undefined if it has nothing of a record. Every
 * file can be one before its content is known.
 */
export function kindByContent(
	uri: string,
	content: Content | undefined,
	configuration: Configuration,
): RecordKind | undefined {
	if (typeof content !== 'string') {
		return 'incident';
	}
	return isTemplateText(content)
		? undefined
		: recognise(parentUri(uri) ?? uri, uri, content, configuration, NAMED_THRESHOLD)?.kind;
}

/** A dated page with dated entries, and without the times and sections of a record. */
function isBulletin(
	{ uri, text, incidents, format, body }: LogDocument,
	name: string,
	configuration: Configuration,
): boolean {
	const { vocabulary } = configuration;
	const isRecord =
		incidents.some(({ times }) => times.size > 0) ||
		body?.sections.some(({ title }) => ['timeline', 'root-cause'].includes(vocabulary.section(title.value) ?? ''));
	if (format !== 'markdown' || !isIdLike(name) || isRecord) {
		return false;
	}
	const { bulletin } = parseDocument({ uri, text, kind: 'bulletin', configuration });
	return bulletin !== undefined && bulletin.entries.length > 0;
}

function pointsOf(document: LogDocument, path: readonly string[], isInFolder: boolean): number {
	const [incident] = document.incidents;
	if (incident === undefined) {
		return 0;
	}
	const name = path.at(-1) ?? '';
	if (document.format === 'yaml') {
		const keys = new Set(document.data?.keys([]).map(({ key }) => key));
		const native = NATIVE_KEYS.filter(key => keys.has(key)).length;
		return (keys.has('title') ? 1 : 0) + native * 2 + (isInFolder && keys.size > 0 ? 1 : 0);
	}
	const { vocabulary } = DEFAULT_CONFIGURATION;
	const sections = new Set(document.body?.sections.map(({ title }) => vocabulary.section(title.value)));
	sections.delete(undefined);
	sections.delete('summary');
	sections.delete('references');
	const hasLevel = incident.impact !== undefined || incident.severity !== undefined;
	return (
		(incident.times.size > 0 ? 2 : 0) +
		(hasLevel ? 2 : 0) +
		(incident.timeline.length > 1 ? 3 : 0) +
		Math.min(3, sections.size) +
		(incident.status === undefined ? 0 : 1) +
		(isIdLike(name) ? 1 : 0) +
		(INCIDENT_WORDS.test(`${name} ${incident.title?.value ?? ''}`) ? 2 : 0) +
		(isInFolder ? 2 : 0)
	);
}

function kindByWords(document: LogDocument, path: readonly string[]): RecordKind {
	const title = document.incidents[0]?.title?.value ?? '';
	return document.format === 'markdown' && POSTMORTEM_WORDS.test(`${path.at(-1)} ${title}`) ? 'postmortem' : 'incident';
}

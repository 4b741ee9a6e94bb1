import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { isExcludedFile } from '../core/record-files.ts';
import { isIdLike, kindOfFolder, type RecordKind } from '../core/record-folders.ts';
import { formatOf } from '../core/uri/file-name.ts';
import { pathWithin } from '../core/uri/uri.ts';
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
const POSTMORTEM_WORDS = /post[-_ ]?mortem|\brca\b|root[-_ ]cause|retrospective|\bpir\b|复盘/iu;
const INCIDENT_WORDS =
	/\b(?:incident|outage|disruption|downtime|sev[-_ ]?\d)|post[-_ ]?mortem|\brca\b|障害|事故|故障/iu;
const NATIVE_KEYS: readonly string[] = [...incidentTimes, 'impact', 'severity'];

/**
 * Recognises a record by its name and content, whatever its folder. Undefined for other pages and for templates. `root` is
 * the folder that is searched.
 */
export function recognise(
	root: string,
	uri: string,
	text: string,
	configuration: Configuration = DEFAULT_CONFIGURATION,
): RecognisedRecord | undefined {
	const path = pathWithin(root, uri);
	if (path === undefined || path.length === 0 || isExcludedFile(path)) {
		return undefined;
	}
	if (formatOf(uri) === 'markdown' && isIdLike(path.at(-1) ?? '')) {
		const page = parseDocument({ uri, text, kind: 'bulletin', configuration });
		if ((page.bulletin?.entries.length ?? 0) > 0) {
			return { uri, path, kind: 'bulletin', document: page };
		}
	}
	const document = parseDocument({ uri, text, kind: 'incident', configuration });
	return pointsOf(document, path) >= THRESHOLD ? { uri, path, kind: kindOf(document, path), document } : undefined;
}

function pointsOf(document: LogDocument, path: readonly string[]): number {
	const [incident] = document.incidents;
	if (incident === undefined) {
		return 0;
	}
	const name = path.at(-1) ?? '';
	const folder = path.slice(0, -1).some(each => kindOfFolder(each) !== undefined);
	if (document.format === 'yaml') {
		const keys = new Set(document.data?.keys([]).map(({ key }) => key));
		const native = NATIVE_KEYS.filter(key => keys.has(key)).length;
		return (keys.has('title') ? 1 : 0) + native * 2 + (folder && keys.size > 0 ? 1 : 0);
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
		(folder ? 2 : 0)
	);
}

/** The folder decides; without one, words and sections of a postmortem. */
function kindOf(document: LogDocument, path: readonly string[]): RecordKind {
	const byFolder = path
		.slice(0, -1)
		.reverse()
		.map(name => kindOfFolder(name))
		.find(kind => kind !== undefined);
	if (byFolder === 'incident' || byFolder === 'postmortem') {
		return byFolder;
	}
	const title = document.incidents[0]?.title?.value ?? '';
	return document.format === 'markdown' && POSTMORTEM_WORDS.test(`${path.at(-1)} ${title}`) ? 'postmortem' : 'incident';
}

import { isIdLike, kindOfFolder } from './record-folders.ts';
import { decodeUriPart } from './uri/decode.ts';
import { fileStem } from './uri/file-name.ts';

/** Folders of tools and of their output. */
const EXCLUDED_FOLDERS: ReadonlySet<string> = new Set([
	...[
		'node_modules',
		'dist',
		'build',
		'vendor',
		'bower_components',
		'target',
		'coverage',
		'__pycache__',
		'_site',
		'archetypes',
	],
]);

/** Common files of repositories that are not records. Without extension, in lower case. */
const EXCLUDED_STEMS: ReadonlySet<string> = new Set([
	...['template', 'readme', 'index', 'summary', 'overview', 'contributing', 'changelog', 'code_of_conduct'],
	...['security', 'license', 'licence', 'notice', 'authors', 'maintainers', 'codeowners', 'agents', 'claude'],
	...['process', 'howto', 'how-to', 'faq', 'glossary', 'guide', 'guidelines', 'runbook', 'playbook'],
]);

/** Files that describe the record of their folder: `incidents/2024-08-26-disk/index.md`. */
const FOLDER_STEMS: ReadonlySet<string> = new Set([
	...['readme', 'index', 'incident', 'postmortem', 'post-mortem', 'report', 'rca', 'record', 'summary'],
]);

const POSTMORTEM_STEM = /^(?:post[-_]?mortem|rca|pir|retrospective|root[-_]cause(?:[-_]analysis)?)$/u;

/** The name of a template includes its kind of document: `template-rendering` can be the name of an incident. */
const TEMPLATE_NAME =
	/^(?:template[-_](?:for[-_])?(?:incident|post-?mortem|bulletin|report|rca)|(?:incident|post[-_]?mortem|bulletin|outage|rca)(?:[-_]report)?[-_]template|example[-_]template)(?:[-_]|$)|^\d{1,4}[-_]template$/u;

/** Whether a file can be a document by its name: YAML, Markdown, or a dated or numbered name without extension. */
export function isCandidate(name: string): boolean {
	return /^[^.].*\.(?:ya?ml|md|markdown)$/isu.test(name) || (/^[^.]+$/u.test(name) && isIdLike(name));
}

/** Whether a folder is not searched, because it belongs to a tool: `node_modules`, `.git` and similar. */
export function isExcludedFolder(name: string): boolean {
	return name.startsWith('.') || EXCLUDED_FOLDERS.has(name);
}

/** Whether a file is not a document by its name: `README.md`, `index.it.md`, `Template.yaml`, `_draft.md`. `path` is below the root. */
export function isExcludedFile(path: readonly string[]): boolean {
	const name = path.at(-1) ?? '';
	const stem = stemOf(name);
	return (
		!isCandidate(name) ||
		name.startsWith('_') ||
		TEMPLATE_NAME.test(stem) ||
		(EXCLUDED_STEMS.has(stem) && recordFolder(path) === undefined)
	);
}

/**
 * The folder that contains one record, if the file describes that record: `2024-08-26-disk` for
 * `incidents/2024-08-26-disk/index.md`. `path` is below the root or longer.
 */
export function recordFolder(path: readonly string[]): string | undefined {
	const [name, folder] = [path.at(-1) ?? '', path.at(-2)];
	if (folder === undefined || !FOLDER_STEMS.has(stemOf(name)) || kindOfFolder(folder) !== undefined) {
		return undefined;
	}
	const isBelowRecords = path.slice(0, -2).some(above => kindOfFolder(above) !== undefined);
	const hasWords = /[\p{L}\p{N}][-_ ][\p{L}\p{N}]/u.test(folder) && /\p{L}{3}/u.test(folder);
	return isIdLike(folder) || (isBelowRecords && hasWords) ? folder : undefined;
}

/** Whether a file in the folder of one record is its postmortem by its name. */
export function isPostmortemFile(path: readonly string[]): boolean {
	return recordFolder(path) !== undefined && POSTMORTEM_STEM.test(stemOf(path.at(-1) ?? ''));
}

/**
 * The name of a record: its file name without extension, or the name of the folder that the file describes.
 * `2024-08-26-disk` for `incidents/2024-08-26-disk.yaml` and for `incidents/2024-08-26-disk/index.md`.
 */
export function recordName(uri: string): string {
	const path = uri.split(/[?#]/u, 1)[0] ?? '';
	return recordFolder(path.split('/').map(decodeUriPart)) ?? fileStem(uri);
}

function stemOf(name: string): string {
	return (name.split('.', 1)[0] ?? '').toLowerCase();
}

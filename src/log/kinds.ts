import type { Configuration } from '../core/configuration.ts';
import { CONFIGURATION_FILES, type DocumentKind } from '../core/document-kind.ts';
import { isCandidate, isExcludedFile, isExcludedFolder, isPostmortemFile } from '../core/record-files.ts';
import {
	anyCase,
	canBeOfKind,
	folderGlob,
	kindOfFolder,
	RECORD_KINDS,
	type RecordKind,
} from '../core/record-folders.ts';
import { isTemplateText } from '../core/record-template.ts';
import { ancestorsOf, childUri, nameOf, parentUri, pathWithin } from '../core/uri/uri.ts';
import { looksLikeDialect } from '../parse/dialects/detection.ts';
import { dialectNamed, dialects } from '../parse/dialects/index.ts';
import { BASELINE_FILE } from './baseline.ts';
import type { Content } from './content.ts';
import type { DocumentParser } from './document-parser.ts';
import { exclusionMatcher, globMatcher, trustedGlobMatcher } from './glob.ts';

/** Globs of the default folders of each kind, for searches of an editor. */
export const DEFAULT_GLOBS: readonly string[] = RECORD_KINDS.map(folderGlob);

/** Globs of files that are records of a dialect if they match its detection rules. */
export const DIALECT_GLOBS: readonly string[] = [...new Set(dialects.flatMap(({ foundIn }) => foundIn))];

/** Makes the ending of a glob match in any case, for matchers that cannot ignore case: `*.md` becomes `*.[mM][dD]`. */
export function withAnyCaseEnding(glob: string): string {
	const dot = glob.lastIndexOf('.');
	return glob.slice(0, dot) + anyCase(glob.slice(dot));
}

/** Where records of a dialect are searched without configuration. */
const DIALECT_LOCATIONS = dialects.flatMap(dialect =>
	dialect.foundIn.map(glob => ({ dialect, matches: trustedGlobMatcher(glob) })),
);
/** A bulletin next to the configuration. */
const DATED_PAGE = /^\d{4}-\d{2}-\d{2}.*\.md$/is;

/** The parts of a configuration that decide about the kinds of files. */
export type FileRules = Pick<Configuration, 'files' | 'exclude' | 'dialect'>;

/** Those of a log without a configuration, without the vocabulary, which the stub of the extension must not load. */
export const DEFAULT_FILE_RULES: FileRules = { files: {}, exclude: [], dialect: undefined };

/** Determines the kind of each file of a log. */
export class FileKinds {
	readonly #root: string;
	readonly #rootName: string;
	readonly #configured: readonly (readonly [RecordKind, (path: string) => boolean])[];
	readonly #ofDialect: readonly (readonly [RecordKind, (path: string) => boolean])[];
	readonly #byDefault: readonly RecordKind[];
	/** Records of any dialect are detected by their content. */
	readonly #looksForDialects: boolean;
	readonly #isBesideConfiguration: boolean;
	readonly #isExcluded: (path: readonly string[]) => boolean;
	readonly #parser: Pick<DocumentParser, 'looksLikeDialect'>;

	/** `root` is the log root. `hasConfiguration`: it contains an `incident-log.yaml`. */
	constructor(
		root: string,
		configuration: FileRules,
		hasConfiguration: boolean,
		parser: Pick<DocumentParser, 'looksLikeDialect'> = { looksLikeDialect },
	) {
		this.#parser = parser;
		const { files, exclude } = configuration;
		this.#root = root;
		this.#rootName = nameOf(root);
		this.#configured = RECORD_KINDS.flatMap(kind => {
			const globs = files[kind];
			return globs ? [[kind, globMatcher(globs)] as const] : [];
		});
		const dialect = configuration.dialect === undefined ? undefined : dialectNamed(configuration.dialect);
		this.#ofDialect = RECORD_KINDS.flatMap(kind => {
			const globs = files[kind] === undefined ? dialect?.files[kind] : undefined;
			return globs ? [[kind, globMatcher(globs)] as const] : [];
		});
		this.#byDefault = RECORD_KINDS.filter(kind => files[kind] === undefined);
		this.#looksForDialects = dialect === undefined && files.incident === undefined;
		this.#isBesideConfiguration = hasConfiguration && files.bulletin === undefined;
		this.#isExcluded = exclusionMatcher(exclude);
	}

	/**
	 * Returns undefined for a file that is not a document of this log. `content` is needed to detect a template, and a
	 * record of another dialect without configuration.
	 */
	kindOf(uri: string, content?: Content): DocumentKind | undefined {
		if (isConfiguration(uri) && parentUri(uri) === this.#root) {
			return 'configuration';
		}
		const path = pathWithin(this.#root, uri);
		const name = path?.at(-1);
		if (!path || name === undefined || !this.#canContain(path)) {
			return undefined;
		}
		const relative = path.join('/');
		if (typeof content === 'string' && !hasNumber(path) && isTemplateText(content)) {
			return undefined;
		}
		return (
			this.#configured.find(([, matches]) => matches(relative))?.[0] ??
			this.#defaultKind([this.#rootName, ...path]) ??
			(path.length === 1 && this.#isBesideConfiguration && DATED_PAGE.test(name) ? 'bulletin' : undefined) ??
			this.#ofDialect.find(([, matches]) => matches(relative) || matches(`${this.#rootName}/${relative}`))?.[0] ??
			(typeof content === 'string' && this.mayBeOfDialect(uri) ? this.#detectKind(path, content) : undefined)
		);
	}

	/** Returns true if the file is a record of a dialect in case its content matches the detection rules. */
	mayBeOfDialect(uri: string): boolean {
		const path = this.#looksForDialects ? pathWithin(this.#root, uri) : undefined;
		return path !== undefined && this.#canContain(path) && this.#dialectLocations(path).length > 0;
	}

	/** Returns true if the configuration excludes a file or folder from the log. */
	excludes(uri: string): boolean {
		const path = pathWithin(this.#root, uri);
		return path !== undefined && this.#isExcluded(path);
	}

	#canContain(path: readonly string[]): boolean {
		return isCandidatePath(path) && !this.#isExcluded(path);
	}

	#detectKind(path: readonly string[], content: string): RecordKind | undefined {
		const found = this.#dialectLocations(path).find(({ dialect }) => this.#parser.looksLikeDialect(dialect, content));
		return found && RECORD_KINDS.find(kind => found.dialect.files[kind]);
	}

	#dialectLocations(path: readonly string[]): typeof DIALECT_LOCATIONS {
		const relative = path.join('/');
		return DIALECT_LOCATIONS.filter(({ matches }) => matches(relative) || matches(`${this.#rootName}/${relative}`));
	}

	/**
	 * The kind by the names of folders. The name of the root counts, so that a folder named `infra-log` can be opened
	 * directly. The nearest folder decides: `infra-log/incidents/x.md` is an incident.
	 */
	#defaultKind(path: readonly string[]): RecordKind | undefined {
		const name = path.at(-1) ?? '';
		for (const folder of path.slice(0, -1).reverse()) {
			const kind = kindOfFolder(folder);
			if (kind !== undefined && this.#byDefault.includes(kind) && canBeOfKind(kind, name)) {
				return kind === 'incident' && this.#byDefault.includes('postmortem') && isPostmortemFile(path)
					? 'postmortem'
					: kind;
			}
		}
		return undefined;
	}
}

/** Returns true for a file or folder named by a date or a number, as records are: its placeholders were not filled in. */
function hasNumber(path: readonly string[]): boolean {
	return path.slice(-2).some(name => /\d/.test(name));
}

function isCandidatePath(path: readonly string[]): boolean {
	return !isExcludedFile(path) && !path.slice(0, -1).some(isExcludedFolder);
}

/**
 * The log root of a file outside of all workspace folders and logs: the folder with which the default globs match the
 * file. Undefined if none does.
 */
export function rootOfLooseFile(uri: string, configuration: FileRules): string | undefined {
	for (const folder of ancestorsOf(uri)) {
		if (new FileKinds(folder, configuration, false).kindOf(uri) !== undefined) {
			return folder;
		}
	}
	return undefined;
}

/** The possible URIs of the configuration of a log, in order of precedence. */
export function configurationUris(root: string): string[] {
	return CONFIGURATION_FILES.map(name => childUri(root, name));
}

/** Returns true for a name of a file that a log can consist of: a document, a configuration or a baseline. */
export function isFileOfLog(name: string): boolean {
	return isCandidate(name) || name === BASELINE_FILE;
}

export function isConfiguration(uri: string): boolean {
	return CONFIGURATION_FILES.includes(nameOf(uri));
}

/** The URI of the configuration of a log; undefined if it has none. */
export function configurationOf(log: { readonly root: string; has(uri: string): boolean }): string | undefined {
	return configurationUris(log.root).find(uri => log.has(uri));
}

import type { Configuration } from '../core/configuration.ts';
import { CONFIGURATION_FILES, type DocumentKind } from '../core/document-kind.ts';
import { isExcludedFile, isExcludedFolder, isPostmortemFile } from '../core/record-files.ts';
import {
	anyCase,
	canBeOfKind,
	folderGlob,
	kindOfFolder,
	RECORD_KINDS,
	type RecordKind,
} from '../core/record-folders.ts';
import { ancestorsOf, childUri, nameOf, parentUri, pathWithin } from '../core/uri/uri.ts';
import { looksLikeDialect } from '../parse/dialects/detection.ts';
import { dialectNamed, dialects } from '../parse/dialects/index.ts';
import type { Content } from './content.ts';
import type { DocumentParser } from './document-parser.ts';
import { globMatcher, trustedGlobMatcher } from './glob.ts';

/** Where the documents of each kind are found when the configuration says nothing of them, for searches of an editor. */
export const DEFAULT_GLOBS: readonly string[] = RECORD_KINDS.map(folderGlob);

/** Where else files may be that are records of a dialect if they bear its signs. */
export const DIALECT_GLOBS: readonly string[] = [...new Set(dialects.flatMap(({ foundIn }) => foundIn))];

/** A glob whose ending matches in any case: `*.md` gives `*.[mM][dD]`, for matchers that know no such option. */
export function withAnyCaseEnding(glob: string): string {
	const dot = glob.lastIndexOf('.');
	return glob.slice(0, dot) + anyCase(glob.slice(dot));
}

/** Where records of a dialect may be that no configuration names. */
const FOUND = dialects.flatMap(dialect =>
	dialect.foundIn.map(glob => ({ dialect, matches: trustedGlobMatcher(glob) })),
);
/** A bulletin right beside the configuration. */
const DATED_PAGE = /^\d{4}-\d{2}-\d{2}.*\.md$/is;

/** Which file of a log is which. */
export class FileKinds {
	readonly #root: string;
	readonly #rootName: string;
	readonly #configured: readonly (readonly [RecordKind, (path: string) => boolean])[];
	readonly #ofDialect: readonly (readonly [RecordKind, (path: string) => boolean])[];
	readonly #byDefault: readonly RecordKind[];
	/** Whether records of any dialect are looked for. */
	readonly #looksForDialects: boolean;
	readonly #besideConfiguration: boolean;
	readonly #parser: Pick<DocumentParser, 'looksLikeDialect'>;

	/** `root` is the folder of the log. `hasConfiguration`: whether an `incident-log.yaml` stands in it. */
	constructor(
		root: string,
		configuration: Configuration,
		hasConfiguration: boolean,
		parser: Pick<DocumentParser, 'looksLikeDialect'> = { looksLikeDialect },
	) {
		this.#parser = parser;
		const { files } = configuration;
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
		this.#besideConfiguration = hasConfiguration && files.bulletin === undefined;
	}

	/**
	 * Undefined for a file that is no document of this log. `content`: to tell a record of another dialect by its signs,
	 * where no configuration says that there are any.
	 */
	kindOf(uri: string, content?: Content): DocumentKind | undefined {
		if (isConfiguration(uri) && parentUri(uri) === this.#root) {
			return 'configuration';
		}
		const path = pathWithin(this.#root, uri);
		const name = path?.at(-1);
		if (!path || name === undefined || !isPossible(path)) {
			return undefined;
		}
		const relative = path.join('/');
		return (
			this.#configured.find(([, matches]) => matches(relative))?.[0] ??
			this.#defaultKind([this.#rootName, ...path]) ??
			(path.length === 1 && this.#besideConfiguration && DATED_PAGE.test(name) ? 'bulletin' : undefined) ??
			this.#ofDialect.find(([, matches]) => matches(relative) || matches(`${this.#rootName}/${relative}`))?.[0] ??
			(typeof content === 'string' && this.mayBeOfDialect(uri) ? this.#detectKind(path, content) : undefined)
		);
	}

	/** Whether a file is a record of some dialect if it bears its signs. */
	mayBeOfDialect(uri: string): boolean {
		const path = this.#looksForDialects ? pathWithin(this.#root, uri) : undefined;
		return path !== undefined && isPossible(path) && this.#places(path).length > 0;
	}

	#detectKind(path: readonly string[], content: string): RecordKind | undefined {
		const found = this.#places(path).find(({ dialect }) => this.#parser.looksLikeDialect(dialect, content));
		return found && RECORD_KINDS.find(kind => found.dialect.files[kind]);
	}

	#places(path: readonly string[]): typeof FOUND {
		const relative = path.join('/');
		return FOUND.filter(({ matches }) => matches(relative) || matches(`${this.#rootName}/${relative}`));
	}

	/**
	 * By the names of its folders. The root's own name counts, so that a folder called `infra-log` may be opened by itself;
	 * the nearest folder decides: `infra-log/incidents/x.md` is an incident.
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

function isPossible(path: readonly string[]): boolean {
	return !isExcludedFile(path) && !path.slice(0, -1).some(isExcludedFolder);
}

/**
 * For a file outside of all workspace folders and logs: the folder to take for its log's root, which is the one that
 * makes it a document by the default globs. Undefined for a file that looks like none.
 */
export function rootOfLooseFile(uri: string, configuration: Configuration): string | undefined {
	for (const folder of ancestorsOf(uri)) {
		if (new FileKinds(folder, configuration, false).kindOf(uri) !== undefined) {
			return folder;
		}
	}
	return undefined;
}

/** The URIs that a log's configuration can have, in order of precedence. */
export function configurationUris(root: string): string[] {
	return CONFIGURATION_FILES.map(name => childUri(root, name));
}

export function isConfiguration(uri: string): boolean {
	return CONFIGURATION_FILES.includes(nameOf(uri));
}

/** The URI of the configuration of a log; undefined if it has none. */
export function configurationOf(log: { readonly root: string; document(uri: string): unknown }): string | undefined {
	return configurationUris(log.root).find(uri => log.document(uri) !== undefined);
}

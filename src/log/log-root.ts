import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import type { RecordKind } from '../core/record-folders.ts';
import { errorText } from '../core/scalar-text.ts';
import type { SiteReader } from '../parse/dialects/site.ts';
import { readConfiguration } from '../parse/records/configuration.ts';
import type { Content } from './content.ts';
import { type DocumentParser, documentParser } from './document-parser.ts';
import { configurationUris, FileKinds } from './kinds.ts';
import { Log, type LogOptions } from './log.ts';
import { sameData } from './same-data.ts';

/** A root with its log and the kinds of its files. */
export interface LogRoot {
	readonly root: string;
	readonly kinds: FileKinds;
	readonly log: Log;
	/** The root contains an `incident-log.yaml`. */
	readonly isConfigured: boolean;
	readonly configurationError: LogOptions['configurationError'];
}

export type LogRootOptions = Omit<
	LogOptions,
	'root' | 'configuration' | 'configurationError' | 'revision' | 'isDocumentPath'
> & {
	/** The name of the dialect of all logs. Takes precedence over their configurations. */
	readonly dialect?: string;
	/**
	 * Returns the kind of a file that is in no folder of records and is read nevertheless, because the user named it.
	 * `content` is undefined before the file is read.
	 */
	readonly kindOfNamed?: KindOfNamed;
	/** False: findings of baselines are reported like others. */
	readonly usesBaselines?: boolean;
	/** Whether documents are checked while others are read, see `DelayedChecks`. */
	readonly checksWhileReading?: boolean;
	readonly siteReader: SiteReader;
};

export type KindOfNamed = (
	uri: string,
	content: Content | undefined,
	configuration: Configuration,
) => RecordKind | undefined;

/** The inputs of a log's configuration. */
export interface RootInputs {
	/** The content of `incident-log.yaml`; undefined if there is none. */
	readonly configuration: Content | undefined;
	/**
	 * The content of a file in the root by its name, if it was read. The site file of a site generator lists
	 * components.
	 */
	readonly fileAtRoot: (name: string) => Content | undefined;
}

/**
 * Opens a log. Returns `before` if no input has an effective change, such as a change of white space or comments in the
 * configuration. A new log adopts the documents of `before` that it would parse the same way, so that a change of a
 * rule's level parses nothing.
 */
export function openRoot(
	root: string,
	stated: RootInputs,
	before: LogRoot | undefined,
	options: LogRootOptions,
): LogRoot {
	const isConfigured = stated.configuration !== undefined;
	const { configuration, error } = readConfigurationGuarded(root, stated, options);
	const old = before?.log.configuration;
	const isSame = textOf(error) === textOf(before?.configurationError);
	if (before && old && isSame && before.isConfigured === isConfigured && sameData(dataOf(old), dataOf(configuration))) {
		return before;
	}
	const kinds = new FileKinds(root, configuration, isConfigured, options.parser);
	const log = new Log({
		...options,
		root,
		configuration,
		configurationError: error,
		isDocumentPath: uri => kinds.kindOf(uri) !== undefined,
		revision: (before?.log.revision ?? -1) + 1,
		sharedRevision: (before?.log.sharedRevision ?? -1) + 1,
	});
	if (before && old && sameData(readingOf(old), readingOf(configuration))) {
		adoptDocuments(before.log, log);
	}
	return { root, kinds, log, isConfigured, configurationError: error };
}

function textOf(thrown: LogOptions['configurationError']): string | undefined {
	return thrown && errorText(thrown.error);
}

/** Documents of a changed kind are corrected when their files are assigned. */
function adoptDocuments(from: Log, to: Log): void {
	for (const document of from.documents()) {
		if (document.failed === undefined) {
			to.adopt(document);
		}
	}
}

/** The configuration of a log. The default one if reading it throws. */
function readConfigurationGuarded(
	root: string,
	stated: RootInputs,
	{ dialect, siteReader, onDefect, parser = documentParser }: LogRootOptions,
): { readonly configuration: Configuration; readonly error: LogOptions['configurationError'] } {
	try {
		return {
			configuration: withDialect(configurationOf(root, stated.configuration, parser), stated, dialect, siteReader),
			error: undefined,
		};
	} catch (error) {
		if (stated.configuration === undefined) {
			// There is no document at which the error could be reported.
			onDefect?.({ error, uri: root, step: 'read' });
		}
		return { configuration: { ...DEFAULT_CONFIGURATION, dialect }, error: { error } };
	}
}

function configurationOf(root: string, content: Content | undefined, parser: DocumentParser): Configuration {
	// The result does not depend on the URI.
	const [uri = root] = configurationUris(root);
	return typeof content === 'string'
		? readConfiguration(
				parser.parse({ uri, text: content, kind: 'configuration', configuration: DEFAULT_CONFIGURATION }),
			)
		: DEFAULT_CONFIGURATION;
}

const NONE: Configuration['components'] = new Map();

/** Adds the given dialect, and the components of the site if the configuration has none. */
function withDialect(
	configuration: Configuration,
	{ fileAtRoot }: RootInputs,
	asked: string | undefined,
	siteReader: SiteReader,
): Configuration {
	const dialect = asked ?? configuration.dialect;
	const components = configuration.components.size > 0 ? NONE : siteReader.components(dialect, fileAtRoot);
	return components.size === 0
		? { ...configuration, dialect }
		: { ...configuration, dialect, components, hasAllComponents: false };
}

/** Converts a configuration to plain data for comparison. */
function dataOf(configuration: Configuration) {
	const { levels, words, levelOf } = configuration.impact;
	return { ...configuration, impact: [levels, words.map(word => [word, levelOf(word)])] };
}

/** The parts of a configuration that parsing can depend on. */
function readingOf(configuration: Configuration) {
	const { title, rules, components, files, exclude, fields, ...reading } = dataOf(configuration);
	return reading;
}

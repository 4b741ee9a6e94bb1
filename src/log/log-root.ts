import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { errorText } from '../core/scalar-text.ts';
import type { SiteReader } from '../parse/dialects/site.ts';
import { readConfiguration } from '../parse/records/configuration.ts';
import { isUnread } from '../rules/internal/error.ts';
import type { Content } from './content.ts';
import { type DocumentParser, documentParser } from './document-parser.ts';
import { configurationUris, FileKinds } from './kinds.ts';
import { Log, type LogOptions } from './log.ts';
import { sameData } from './same-data.ts';

/** A root with its log, and which file below it is which. */
export interface LogRoot {
	readonly root: string;
	readonly kinds: FileKinds;
	readonly log: Log;
	/** Whether an `incident-log.yaml` stands in it. */
	readonly isConfigured: boolean;
	readonly configurationError: LogOptions['configurationError'];
}

export type LogRootOptions = Omit<LogOptions, 'root' | 'configuration' | 'configurationError' | 'revision'> & {
	/** The name of the dialect that all logs are in, whatever their configurations say. */
	readonly dialect?: string;
	readonly siteReader: SiteReader;
};

/** What a log's configuration is made of. */
export interface RootInputs {
	/** The content of `incident-log.yaml`; undefined where there is none. */
	readonly configuration: Content | undefined;
	/** The content of a file at the root by its name, where it has been read: that of a site generator tells of components. */
	readonly fileAtRoot: (name: string) => Content | undefined;
}

/**
 * The home at a root, by what is stated of it: the one from before where
 * nothing that counts has changed, for blanks and comments in the configuration do not. A new one takes over the
 * documents that it would read alike, so that a change of a rule's level reads no text again.
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
		revision: (before?.log.revision ?? -1) + 1,
	});
	if (before && old && sameData(readingOf(old), readingOf(configuration))) {
		adoptDocuments(before.log, log);
	}
	return { root, kinds, log, isConfigured, configurationError: error };
}

function textOf(thrown: LogOptions['configurationError']): string | undefined {
	return thrown && errorText(thrown.error);
}

/** Those that are something else now, or nothing, are put right when their files are placed. */
function adoptDocuments(from: Log, to: Log): void {
	for (const document of from.documents()) {
		const content = from.content(document.uri);
		if (content !== undefined && !isUnread(document)) {
			to.adopt(document, content);
		}
	}
}

/** The configuration of a log; that of a log without one where reading it throws. */
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
			// There is no document to report it at.
			onDefect?.({ error, uri: root, step: 'read' });
		}
		return { configuration: { ...DEFAULT_CONFIGURATION, dialect }, error: { error } };
	}
}

function configurationOf(root: string, content: Content | undefined, parser: DocumentParser): Configuration {
	// The URI has no influence on what is read.
	const [uri = root] = configurationUris(root);
	return typeof content === 'string'
		? readConfiguration(
				parser.parse({ uri, text: content, kind: 'configuration', configuration: DEFAULT_CONFIGURATION }),
			)
		: DEFAULT_CONFIGURATION;
}

const NONE: Configuration['components'] = new Map();

/** With the dialect that is asked for, and with the components of the site that the log is a part of where it names none. */
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
		: { ...configuration, dialect, components, componentsComplete: false };
}

/** A configuration as plain data, to be compared. */
function dataOf(configuration: Configuration) {
	const { levels, words, levelOf } = configuration.impact;
	return { ...configuration, impact: [levels, words.map(word => [word, levelOf(word)])] };
}

/** What the reading of a text may depend on. */
function readingOf(configuration: Configuration) {
	const { title, rules, components, files, fields, ...reading } = dataOf(configuration);
	return reading;
}

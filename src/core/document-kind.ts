/** The kinds of document in a log. Globs assign a kind to each file: see `files` in the configuration. */
export const DOCUMENT_KINDS = ['incident', 'postmortem', 'bulletin', 'configuration'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export type DocumentFormat = 'yaml' | 'markdown';

/** The name of the configuration file, at the log root. */
export const CONFIGURATION_FILE = 'incident-log.yaml';
/** All names that are read, in order of precedence. */
export const CONFIGURATION_FILES: readonly string[] = [CONFIGURATION_FILE, 'incident-log.yml'];

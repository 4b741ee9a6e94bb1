import type { Unread } from '../core/unread.ts';
import { unreadableMessage } from '../core/unread.ts';
import { isWithin } from '../core/uri/uri.ts';
import { visibleLine } from '../core/visible-text.ts';
import type { Content } from '../log/content.ts';
import { configurationOf } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import type { Workspace } from '../log/workspace.ts';
import { type ExitCode, type Host, UsageError } from './host.ts';
import type { NamedPaths } from './named-paths.ts';
import type { ReportedFinding } from './report.ts';
import { isNamed, reported } from './scope.ts';

/** Maximum number of paths in one message. */
const MAX_PATHS = 10;

/** Throws if a path on the command line (`named`, by URI) could not be read, or if unread folders may hide every log. */
export function refuseUnread(host: Host, workspace: Workspace, named: ReadonlyMap<string, string>): void {
	for (const [uri, path] of named) {
		const content = workspace.logOf(uri)?.content(uri);
		const part = workspace.unread.find(part => part.uri === uri);
		if (isFailed(content)) {
			throw new UsageError(unreadableMessage(`\`${path}\``, content.reason));
		}
		if (part?.kind === 'unreadable') {
			throw new UsageError(unreadableMessage(`\`${path}\``, part.reason));
		}
	}
	const missed = workspace.unread.filter(isFolder);
	if (workspace.logs.length === 0 && missed.length > 0) {
		const paths = missed.slice(0, MAX_PATHS).map(({ uri }) => host.toPath(uri));
		const more = missed.length > MAX_PATHS ? ` and ${missed.length - MAX_PATHS} more` : '';
		throw new UsageError(`No log found, and some folders could not be read: ${paths.join(', ')}${more}.`);
	}
}

function isFailed(content: Content | undefined): content is Extract<Content, { readonly unreadable: 'failed' }> {
	return typeof content === 'object' && content.unreadable === 'failed';
}

function isFolder(part: Unread): boolean {
	return part.kind === 'limit' || (part.kind === 'unreadable' && part.of === 'folder');
}

/**
 * Returns the findings about unread parts of the named files and folders. They are reported at the configuration, which
 * may not be named itself.
 */
export function unreadFindings(log: Log, named: NamedPaths): readonly ReportedFinding[] {
	const uri = rootReportUri(log);
	if (isNamed(uri, named)) {
		return [];
	}
	const namedUris = [...named.files, ...named.folders];
	const paths = new Set<unknown>(
		log.unread
			.filter(({ uri }) => namedUris.some(one => isWithin(one, uri) || isWithin(uri, one)))
			.map(({ path }) => path),
	);
	return reported(log, [uri]).filter(
		({ finding }) => isAboutReading(finding.code) && paths.has(finding.data?.['path']),
	);
}

/** Prints on standard error what was not read. Returns 1 if that is an error. For commands that print no findings. */
export function warnUnread(host: Host, logs: readonly Log[]): ExitCode {
	let exit: ExitCode = 0;
	for (const log of logs) {
		const failing = log.documents().filter(({ content }) => isFailed(content));
		const uris = new Set([...failing.map(({ uri }) => uri), ...(log.unread.length > 0 ? [rootReportUri(log)] : [])]);
		for (const { uri, finding } of reported(log, [...uris])) {
			if (isAboutReading(finding.code) && (finding.level === 'error' || finding.level === 'warning')) {
				host.err.write(`incident-log: ${host.toPath(uri)}: ${visibleLine(finding.message)}\n`);
				exit = finding.level === 'error' ? 1 : exit;
			}
		}
	}
	return exit;
}

/** Returns the document at which a log reports unread files and folders. */
function rootReportUri(log: Log): string {
	return configurationOf(log) ?? log.root;
}

function isAboutReading(code: string): boolean {
	return code.startsWith('file/');
}

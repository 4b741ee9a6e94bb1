import type { Unread } from '../core/unread.ts';
import { unreadableMessage } from '../core/unread.ts';
import { isWithin } from '../core/uri/uri.ts';
import { visibleLine } from '../core/visible-text.ts';
import type { Content } from '../log/content.ts';
import { configurationUri } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import type { Workspace } from '../log/workspace.ts';
import { type ExitCode, type Host, UsageError } from './host.ts';
import type { NamedPaths } from './named-paths.ts';
import type { ReportedFinding } from './report.ts';
import { isNamed, reported } from './scope.ts';

/** More paths in one message help nobody. */
const MAX_PATHS = 10;

/** The paths on the command line, by URI, that could not be read; and the run where nothing could. */
export function refuseUnread(host: Host, workspace: Workspace, named: ReadonlyMap<string, string>): void {
	for (const [uri, path] of named) {
		const content = workspace.logOf(uri)?.content(uri);
		const part = workspace.unread.find(part => part.uri === uri);
		if (isFailed(content)) {
			throw new UsageError(unreadableMessage(path, content.reason));
		}
		if (part?.kind === 'unreadable') {
			throw new UsageError(unreadableMessage(path, part.reason));
		}
	}
	const missed = workspace.unread.filter(isFolder);
	if (workspace.logs.length === 0 && missed.length > 0) {
		const paths = missed.slice(0, MAX_PATHS).map(({ uri }) => host.toPath(uri));
		const more = missed.length > MAX_PATHS ? ` and ${missed.length - MAX_PATHS} more` : '';
		throw new UsageError(`no log found, and not everything could be read: ${paths.join(', ')}${more}`);
	}
}

function isFailed(content: Content | undefined): content is Extract<Content, { readonly unreadable: 'failed' }> {
	return typeof content === 'object' && content.unreadable === 'failed';
}

function isFolder(part: Unread): boolean {
	return part.kind === 'limit' || (part.kind === 'unreadable' && part.of === 'folder');
}

/**
 * The findings about what was not read of the named files and folders. They stand at the configuration, which may not be
 * named itself.
 */
export function unreadFindings(log: Log, named: NamedPaths): readonly ReportedFinding[] {
	const place = rootReportUri(log);
	if (isNamed(place, named)) {
		return [];
	}
	const asked = [...named.files, ...named.folders];
	const paths = new Set<unknown>(
		log.unread.filter(({ uri }) => asked.some(one => isWithin(one, uri) || isWithin(uri, one))).map(({ path }) => path),
	);
	return reported(log, [place]).filter(
		({ finding }) => isAboutReading(finding.code) && paths.has(finding.data?.['path']),
	);
}

/** Says on standard error what was not read. Returns 1 where that is an error, for commands that print no findings. */
export function warnUnread(host: Host, logs: readonly Log[]): ExitCode {
	let exit: ExitCode = 0;
	for (const log of logs) {
		const failing = log.documents().filter(({ problems }) => problems.some(({ kind }) => kind === 'unreadable'));
		const places = new Set([...failing.map(({ uri }) => uri), ...(log.unread.length > 0 ? [rootReportUri(log)] : [])]);
		for (const { uri, finding } of reported(log, [...places])) {
			if (isAboutReading(finding.code) && (finding.level === 'error' || finding.level === 'warning')) {
				host.err.write(`incident-log: ${host.toPath(uri)}: ${visibleLine(finding.message)}\n`);
				exit = finding.level === 'error' ? 1 : exit;
			}
		}
	}
	return exit;
}

/** Where a log reports what lies around its documents. */
function rootReportUri(log: Log): string {
	const configuration = configurationUri(log.root);
	return log.document(configuration) === undefined ? log.root : configuration;
}

function isAboutReading(code: string): boolean {
	return code.startsWith('file/');
}

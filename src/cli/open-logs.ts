import { kindByContent } from '../authoring/recognise.ts';
import { unreadableMessage } from '../core/unread.ts';
import { parentUri } from '../core/uri/uri.ts';
import type { Clock } from '../log/environment.ts';
import type { Log } from '../log/log.ts';
import { openWorkspace } from '../log/workspace.ts';
import { type CommandHost, UsageError } from './host.ts';
import type { NamedPaths } from './named-paths.ts';
import { progressOn } from './progress.ts';
import { refuseUnread } from './unread.ts';

/** The paths on the command line, and every log that contains one of them. */
export interface OpenLogs extends NamedPaths {
	readonly logs: readonly Log[];
}

/**
 * Reads the logs that contain some paths. A file is read with its whole log: that of the nearest configuration in the
 * folders above it, otherwise that of its repository, otherwise that of its folder. A named file in another folder than
 * those of the records is recognised by its content.
 */
export async function openLogs(
	host: CommandHost,
	paths: readonly string[],
	clock: Clock,
	dialect?: string,
): Promise<OpenLogs> {
	const files = new Set<string>();
	const folders: string[] = [];
	const named = new Map<string, string>();
	for (const path of paths.length > 0 ? paths : ['.']) {
		const typed = host.toUri(path);
		const stat = await host.environment.stat(typed);
		if (stat.type === 'failed') {
			throw new UsageError(unreadableMessage(`\`${path}\``, stat.reason));
		}
		// The real path, as the search of a folder returns it.
		const uri = stat.type === 'absent' ? typed : stat.realUri;
		named.set(uri, path);
		if (stat.type === 'folder') {
			folders.push(uri);
		} else if (stat.type === 'file' || host.committed(uri) !== undefined) {
			files.add(uri);
		} else {
			throw new UsageError(`File or folder not found: \`${path}\`.`);
		}
	}
	const searched = [...files].map(uri => parentUri(uri) ?? host.cwd);
	const progress = progressOn(host);
	const workspace = await openWorkspace({
		environment: host.environment,
		clock,
		onDefect: host.onDefect,
		searchClock: host.clock,
		...(host.parser && { parser: host.parser }),
		...(dialect !== undefined && { dialect }),
		kindOfNamed: (uri, content, configuration) =>
			files.has(uri) ? kindByContent(uri, content, configuration) : undefined,
		folders: [...new Set([...folders, ...searched])],
		onProgress: ({ done, total }) =>
			progress.show(total === undefined ? `${done} files found` : `${done} of ${total} files read`),
	});
	progress.clear();
	refuseUnread(host, workspace, named);
	return { logs: workspace.logs, files, folders };
}

import { kindByContent } from '../authoring/recognise.ts';
import { parentUri } from '../core/uri/uri.ts';
import type { Clock } from '../log/environment.ts';
import type { Log } from '../log/log.ts';
import { SwitchableEnvironment } from '../log/switchable-environment.ts';
import { openWorkspace, type Workspace } from '../log/workspace.ts';
import { type Change, compareVersions } from './change.ts';
import type { CommandHost } from './host.ts';
import { type NamedPaths, requirePaths, resolvePaths } from './named-paths.ts';
import { progressOn } from './progress.ts';
import { refuseUnread } from './unread.ts';
import { type Versions, workingTree } from './versions.ts';

interface OpenOptions {
	readonly clock: Clock;
	readonly dialect?: string | undefined;
	/** False: findings of baselines are reported like others. */
	readonly usesBaselines?: boolean;
	/** Whether all documents are checked. */
	readonly checksAll?: boolean;
	/** Defaults to the files on the disk, without a change. */
	readonly versions?: Versions;
}

/** The paths on the command line, and every log that contains one of them. */
export interface OpenLogs extends NamedPaths {
	readonly workspace: Workspace;
	readonly logs: readonly Log[];
	/** The named paths as the user has typed them, by URI. */
	readonly typed: ReadonlyMap<string, string>;
	/** Undefined if the run is not about a change. */
	readonly change: Change | undefined;
}

/**
 * Reads the logs that contain some paths. A file is read with its whole log: that of the nearest configuration in the
 * folders above it, otherwise that of its repository, otherwise that of its folder. A named file in another folder than
 * those of the records is recognised by its content.
 */
export async function openLogs(
	host: CommandHost,
	paths: readonly string[],
	{ clock, dialect, usesBaselines = true, checksAll = false, versions = workingTree(host) }: OpenOptions,
): Promise<OpenLogs> {
	const { now } = versions;
	const { typed, ...named } = await resolvePaths(host, now, paths);
	const before = await versions.before(named.files);
	await requirePaths({ typed, ...named }, before === undefined ? [now] : [now, before]);
	const environment = new SwitchableEnvironment(before ?? now);
	const progress = progressOn(host);
	const searched = [...named.files].map(uri => parentUri(uri) ?? host.cwd);
	const workspace = await openWorkspace({
		environment,
		clock,
		onDefect: host.onDefect,
		searchClock: host.clock,
		...(host.parser && { parser: host.parser }),
		...(dialect !== undefined && { dialect }),
		usesBaselines,
		checksWhileReading: checksAll && before === undefined,
		kindOfNamed: (uri, content, configuration) =>
			named.files.has(uri) ? kindByContent(uri, content, configuration) : undefined,
		folders: [...new Set([...named.folders, ...searched])],
		onProgress: ({ done, total }) =>
			progress.show(total === undefined ? `${done} files found` : `${done} of ${total} files read`),
	});
	const change = before && (await compareVersions(workspace, environment, { before, now }, named.files));
	progress.clear();
	refuseUnread(host, workspace, typed);
	return { workspace, logs: workspace.logs, change, typed, ...named };
}

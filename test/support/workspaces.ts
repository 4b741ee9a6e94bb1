import { MemoryEnvironment, type MemoryEnvironmentOptions } from '../../src/log/memory-environment.ts';
import { openWorkspace, type Workspace } from '../../src/log/workspace.ts';
import type { WorkspaceOptions } from '../../src/log/workspace-options.ts';
import { throwDefect } from './defects.ts';
import { CLOCK } from './fixture.ts';
import { probes } from './probe-rules.ts';

export const HOME = 'file:///home/me';
export const LOG = `${HOME}/log`;

export const incident = (title: string, rest = '') => `title: ${title}\nstarted_at: 2024-08-26T05:30:00Z\n${rest}`;

interface OpenOptions extends Partial<WorkspaceOptions>, MemoryEnvironmentOptions {}

/** Opens a workspace in memory. `files`: texts or bytes by URI; `filesAt` returns those of a fixture. */
export async function open(files: Record<string, string | Uint8Array>, { asynchronous, ...options }: OpenOptions = {}) {
	const environment = new MemoryEnvironment(files, { asynchronous: asynchronous === true });
	const workspace = await openWorkspace({
		environment,
		folders: [LOG],
		clock: CLOCK,
		rules: probes,
		onDefect: throwDefect,
		...options,
	});
	return { environment, workspace };
}

/** Returns the kinds and paths of the documents of each log, by the path of its root. */
export function contents(workspace: Workspace): Record<string, string[]> {
	return Object.fromEntries(
		workspace.logs.map(log => [
			log.root.replace(HOME, '~'),
			log
				.documents()
				.map(({ uri, kind }) => `${kind} ${uri.slice(log.root.length + 1)}`)
				.sort(),
		]),
	);
}

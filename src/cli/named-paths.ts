import { unreadableMessage } from '../core/unread.ts';
import type { Environment } from '../log/environment.ts';
import { type Host, UsageError } from './host.ts';

/** The paths on the command line, as URIs of the real files and folders. */
export interface NamedPaths {
	readonly files: ReadonlySet<string>;
	/** The named folders, or the working directory if no path was named. */
	readonly folders: readonly string[];
}

interface ResolvedPaths extends NamedPaths {
	/** The paths as the user has typed them, by URI. */
	readonly typed: ReadonlyMap<string, string>;
}

/** Finds the named files and folders. A path that does not exist is a file: it may have been deleted. */
export async function resolvePaths(
	host: Host,
	environment: Environment,
	paths: readonly string[],
): Promise<ResolvedPaths> {
	const files = new Set<string>();
	const folders: string[] = [];
	const typed = new Map<string, string>();
	for (const path of paths.length > 0 ? paths : ['.']) {
		const uri = host.toUri(path);
		const stat = await environment.stat(uri);
		if (stat.type === 'failed') {
			throw new UsageError(unreadableMessage(`\`${path}\``, stat.reason));
		}
		// The real path, as the search of a folder returns it.
		const real = stat.type === 'absent' ? uri : stat.realUri;
		typed.set(real, path);
		if (stat.type === 'folder') {
			folders.push(real);
		} else {
			files.add(real);
		}
	}
	return { files, folders, typed };
}

/** Throws for a named file that none of the environments contains. */
export async function requirePaths(
	{ files, typed }: ResolvedPaths,
	environments: readonly Environment[],
): Promise<void> {
	for (const uri of files) {
		const stats = await Promise.all(environments.map(environment => environment.stat(uri)));
		if (stats.every(({ type }) => type === 'absent')) {
			throw new UsageError(`File or folder not found: \`${typed.get(uri) ?? uri}\`.`);
		}
	}
}

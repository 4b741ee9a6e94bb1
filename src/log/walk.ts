import { all, batches } from './awaitable.ts';
import type { Awaitable, Environment } from './environment.ts';
import { isCandidate, isPassedOver } from './kinds.ts';
import { childUri } from './uri.ts';

/** As many folders are listed at a time: a virtual file system answers each over a wire. */
const AT_ONCE = 32;
/** Deeper than anybody's log; a file system that goes round in circles ends here. */
const MAX_DEPTH = 64;

/**
 * All files below a folder that could be documents by their ending, the folders of tools left out. `onBatch` is called
 * now and then with the number of files found so far, and waited for.
 */
export async function walk(
	environment: Environment,
	folder: string,
	onBatch: (found: number) => Awaitable<void>,
): Promise<readonly string[]> {
	const files: string[] = [];
	let level: readonly string[] = [folder];
	for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
		const below: string[] = [];
		for (const batch of batches(level, AT_ONCE)) {
			const listed = all(batch.map(uri => environment.list(uri)));
			const entries = listed instanceof Promise ? await listed : listed;
			for (const [index, parent] of batch.entries()) {
				for (const { name, type } of entries[index] ?? []) {
					if (type === 'folder' && !isPassedOver(name)) {
						below.push(childUri(parent, name));
					} else if (type === 'file' && isCandidate(name)) {
						files.push(childUri(parent, name));
					}
				}
			}
			await onBatch(files.length);
		}
		level = below;
	}
	return files;
}

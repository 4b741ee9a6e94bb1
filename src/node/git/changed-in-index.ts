import { splitAtNul } from './git-tree.ts';
import { GitFailure, gitFor } from './run-git.ts';

/** A difference of the index to the last commit. */
export interface IndexChange {
	/** The names of the folders from the top of the repository, and of the file. */
	readonly path: readonly string[];
	readonly status: 'modified' | 'other';
	/** False for a symbolic link or submodule, before or after the change. */
	readonly isFile: boolean;
}

/** Returns the differences of the index to the last commit. Undefined without a repository or commit. Renames are two changes. */
export function changedInIndex(folder: string): readonly IndexChange[] | undefined {
	try {
		const output = gitFor(folder)?.run('diff-index', '--cached', '--raw', '-z', '--no-renames', 'HEAD');
		return output && changesIn(splitAtNul(output));
	} catch (error) {
		if (error instanceof GitFailure) {
			return undefined;
		}
		throw error;
	}
}

function changesIn(fields: readonly Buffer[]): readonly IndexChange[] {
	const changes: IndexChange[] = [];
	for (let at = 0; at + 1 < fields.length; at += 2) {
		// `:<old mode> <mode> <old id> <id> <status>`
		const [before, after, , , status] = fields[at]?.toString('latin1').slice(1).split(' ') ?? [];
		changes.push({
			path: fields[at + 1]?.toString('utf8').split('/') ?? [],
			status: status === 'M' ? 'modified' : 'other',
			isFile: [before, after].every(mode => mode !== '120000' && mode !== '160000'),
		});
	}
	return changes;
}

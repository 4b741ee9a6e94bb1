import type { FolderEntry } from '../../log/environment.ts';
import { decodeName } from '../decode-name.ts';
import type { Git } from './run-git.ts';

/** A path of an index or a commit. */
export interface TreeEntry {
	/** `link`: a symbolic link, whose target is its content. `submodule`: a repository in this one. */
	readonly type: 'file' | 'link' | 'submodule';
	/** The name of its object. Undefined for a path with a merge conflict. */
	readonly id: string | undefined;
}

export interface TreeFolder {
	readonly type: 'folder';
	/** By name. */
	readonly entries: Map<string, GitNode>;
}

export type GitNode = (TreeEntry | TreeFolder) & Pick<FolderEntry, 'isNameInvalid'>;

const SLASH = 0x2f;

/**
 * The files of the next commit. They are read as the difference from an empty tree, because only that leaves out the paths
 * of `git add --intent-to-add`, which the next commit does not contain.
 */
export function indexTree(git: Git): TreeFolder {
	const root = emptyFolder();
	const empty = git.run('hash-object', '-t', 'tree', '--stdin').toString('latin1').trim();
	const fields = splitAtNul(git.run('diff-index', '--cached', '--ita-invisible-in-index', '--raw', '-z', empty));
	for (let at = 0; at + 1 < fields.length; at += 2) {
		// `:<old mode> <mode> <old id> <id> <status>`
		const [, mode = '', , id, status] = fields[at]?.toString('latin1').split(' ') ?? [];
		insert(root, fields[at + 1], { type: typeOf(mode), id: status === 'U' ? undefined : id });
	}
	return root;
}

/** The files of a commit or tree. */
export function commitTree(git: Git, commit: string): TreeFolder {
	const root = emptyFolder();
	for (const record of splitAtNul(git.run('ls-tree', '-r', '-z', '--full-tree', commit))) {
		const tab = record.indexOf('\t');
		// `<mode> <type> <id>`
		const [mode = '', , id] = record.toString('latin1', 0, tab).split(' ');
		insert(root, record.subarray(tab + 1), { type: typeOf(mode), id });
	}
	return root;
}

export function emptyFolder(): TreeFolder {
	return { type: 'folder', entries: new Map() };
}

function typeOf(mode: string): TreeEntry['type'] {
	return mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
}

function insert(root: TreeFolder, path: Buffer | undefined, entry: TreeEntry): void {
	let folder = root;
	let start = 0;
	if (path === undefined) {
		return;
	}
	for (let end = path.indexOf(SLASH); end >= 0; end = path.indexOf(SLASH, start)) {
		const { name, isNameInvalid } = decodeName(path.subarray(start, end));
		const known = folder.entries.get(name);
		const next: GitNode =
			known?.type === 'folder' ? known : { ...emptyFolder(), ...(isNameInvalid && { isNameInvalid }) };
		folder.entries.set(name, next);
		folder = next;
		start = end + 1;
	}
	const { name, isNameInvalid } = decodeName(path.subarray(start));
	folder.entries.set(name, { ...entry, ...(isNameInvalid && { isNameInvalid }) });
}

/** Splits output of `-z`, in which each field ends with a NUL. */
export function splitAtNul(output: Buffer): readonly Buffer[] {
	const fields: Buffer[] = [];
	for (let start = 0, end = output.indexOf(0); end >= 0; start = end + 1, end = output.indexOf(0, start)) {
		fields.push(output.subarray(start, end));
	}
	return fields;
}

import nodePath from 'node:path';
import { pathWithin } from '../../core/uri/uri.ts';
import {
	ABSENT,
	type Absent,
	type Awaitable,
	type Environment,
	type Failed,
	type FolderEntry,
	failed,
	type ListResult,
	type ReadResult,
	type StatResult,
} from '../../log/environment.ts';
import { pathOfUri, uriOfPath } from '../node-environment.ts';
import type { GitNode, TreeFolder } from './git-tree.ts';

export interface TreeOptions {
	/** The URI of the top folder of the working tree. */
	readonly top: string;
	readonly tree: TreeFolder;
	/** Reads a blob. */
	readonly readObject: (id: string, limit: number) => Promise<ReadResult>;
	/** The environment of the files that Git does not store: those outside of the working tree, in `.git` and in submodules. */
	readonly disk: Environment;
}

/** As in operating systems. */
const MAX_LINKS = 40;
/** In bytes: the target of a link. */
const MAX_TARGET = 4096;

/** A node of the tree with its real URI, or the URI of a file that Git does not store. */
type Resolved =
	| { readonly type: 'node'; readonly node: GitNode; readonly uri: string }
	| { readonly type: 'disk'; readonly uri: string };

/** An environment on the files of an index or a commit. It reads no file of the working tree but those in submodules. */
export function treeEnvironment(options: TreeOptions): Environment {
	const { top, disk, readObject } = options;
	const at = async <T>(
		uri: string,
		inTree: (node: GitNode, uri: string) => Awaitable<T>,
		onDisk: (uri: string) => Awaitable<T>,
	) => {
		const resolved = await resolve(options, uri);
		switch (resolved.type) {
			case 'node':
				return inTree(resolved.node, resolved.uri);
			case 'disk':
				return onDisk(resolved.uri);
			default:
				return resolved;
		}
	};
	return {
		read: (uri, limit) =>
			at<ReadResult>(
				uri,
				node =>
					node.type === 'folder'
						? failed('not-a-file')
						: node.id === undefined
							? failed('merge-conflict')
							: readObject(node.id, limit),
				real => disk.read(real, limit),
			),
		list: folder =>
			at<ListResult>(
				folder,
				(node, uri) => listNode(node, uri === top),
				real => disk.list(real),
			),
		stat: uri =>
			at<StatResult>(
				uri,
				({ type }, realUri) => ({ type: type === 'folder' ? 'folder' : 'file', realUri }),
				real => disk.stat(real),
			),
		watch: () => ({ dispose: () => undefined }),
	};
}

function listNode(node: GitNode, isTop: boolean): ListResult {
	if (node.type !== 'folder') {
		return ABSENT;
	}
	const entries = [...node.entries].map(([name, { type, isNameInvalid }]): FolderEntry => {
		const entryType = type === 'submodule' ? 'folder' : type;
		return { name, type: entryType, ...(isNameInvalid && { isNameInvalid }) };
	});
	return { type: 'folder', entries: isTop ? [...entries, { name: '.git', type: 'folder' }] : entries };
}

/** Follows the symbolic links of a path, which are stored as files with their target. */
async function resolve({ top, tree, readObject }: TreeOptions, uri: string): Promise<Resolved | Absent | Failed> {
	let current = uri;
	for (let hops = 0; hops < MAX_LINKS; hops++) {
		const path = pathWithin(top, current);
		if (path === undefined || path[0] === '.git') {
			return { type: 'disk', uri: current };
		}
		const { node, rest, folder } = find(tree, path);
		if (node === undefined) {
			return hops > 0 ? failed('broken-link') : ABSENT;
		}
		if (node.type === 'submodule') {
			return { type: 'disk', uri: current };
		}
		if (node.type !== 'link' || node.id === undefined) {
			return rest.length === 0 ? { type: 'node', node, uri: current } : ABSENT;
		}
		const target = await readObject(node.id, MAX_TARGET);
		if (target.type !== 'content') {
			return failed('broken-link');
		}
		const names = [...folder, new TextDecoder().decode(target.bytes), ...rest];
		current = uriOfPath(nodePath.resolve(pathOfUri(top), ...names));
	}
	return failed('link-loop');
}

/** The node at a path, or the first one on the path that is not a folder; `folder` is the path to it, `rest` the path from it. */
function find(tree: TreeFolder, path: readonly string[]) {
	let node: GitNode = tree;
	for (const [index, name] of path.entries()) {
		const next: GitNode | undefined = node.type === 'folder' ? node.entries.get(name) : undefined;
		const place = { folder: path.slice(0, index), rest: path.slice(index + 1) };
		if (next === undefined || next.type !== 'folder') {
			return { node: next, ...place };
		}
		node = next;
	}
	return { node, folder: path.slice(0, -1), rest: [] };
}

import { contentHash } from '../core/content-hash.ts';
import type { OutputFile } from './site.ts';

/** The name of the file that lists the files of a site. */
export const MANIFEST = 'incident-log-site.json';

interface ListedFile {
	readonly hash: string;
	readonly inputs?: string;
}

/** The files that a build has written, by path: their content and what they were made of. */
export type Manifest = ReadonlyMap<string, ListedFile>;

/** What a build has to do in its folder. */
export interface SiteChanges {
	readonly write: readonly { readonly path: string; readonly text: string }[];
	readonly remove: readonly string[];
	readonly unchanged: number;
	readonly manifest: Manifest;
}

/** Returns the changes from the files of an earlier build. `exists`: whether a listed file is still there. */
export function siteChanges(
	files: readonly OutputFile[],
	before: Manifest,
	exists: (path: string) => boolean,
): SiteChanges {
	const write: { path: string; text: string }[] = [];
	const manifest = new Map<string, ListedFile>();
	let unchanged = 0;
	for (const { path, inputs, render } of files) {
		const old = exists(path) ? before.get(path) : undefined;
		if (old !== undefined && inputs !== undefined && old.inputs === inputs) {
			manifest.set(path, old);
			unchanged++;
			continue;
		}
		const text = render();
		const hash = contentHash(text);
		manifest.set(path, { hash, ...(inputs !== undefined && { inputs }) });
		if (old?.hash === hash) {
			unchanged++;
		} else {
			write.push({ path, text });
		}
	}
	const remove = [...before.keys()].filter(path => !manifest.has(path) && exists(path));
	return { write, remove, unchanged, manifest };
}

export function formatManifest(manifest: Manifest): string {
	return `${JSON.stringify({ version: 1, files: Object.fromEntries(manifest) }, undefined, '\t')}\n`;
}

/** Reads a manifest. Undefined if it has another form, or names a file outside of its folder. */
export function readManifest(text: string): Manifest | undefined {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isObject(data) || data['version'] !== 1 || !isObject(data['files'])) {
		return undefined;
	}
	const manifest = new Map<string, ListedFile>();
	for (const [path, listed] of Object.entries(data['files'])) {
		if (!isInside(path) || !isObject(listed) || typeof listed['hash'] !== 'string') {
			return undefined;
		}
		const { hash, inputs } = listed;
		manifest.set(path, { hash, ...(typeof inputs === 'string' && { inputs }) });
	}
	return manifest;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a path is a file below the folder of the site, on every system. */
function isInside(path: string): boolean {
	return (
		!/[\\:\0]/.test(path) && path.split('/').every(segment => segment !== '' && segment !== '.' && segment !== '..')
	);
}

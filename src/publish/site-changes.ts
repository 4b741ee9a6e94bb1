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

/** The result of a build. */
export interface SiteChanges {
	readonly written: number;
	readonly unchanged: number;
	/** The paths of the files of the earlier build that are not part of the site any more. */
	readonly obsolete: readonly string[];
	readonly manifest: Manifest;
}

/** The folder of an earlier build. */
export interface EarlierBuild {
	readonly manifest: Manifest;
	/** Whether a file is there. */
	has(path: string): boolean;
}

/** Renders the files of a site one by one, and calls `write` for those that differ from an earlier build. */
export async function updateSite(
	files: readonly OutputFile[],
	before: EarlierBuild,
	write: (path: string, text: string) => Promise<void>,
): Promise<SiteChanges> {
	const manifest = new Map<string, ListedFile>();
	let written = 0;
	for (const { path, inputs, render } of files) {
		const old = before.has(path) ? before.manifest.get(path) : undefined;
		if (old !== undefined && inputs !== undefined && old.inputs === inputs) {
			manifest.set(path, old);
			continue;
		}
		const text = render();
		const hash = contentHash(text);
		manifest.set(path, { hash, ...(inputs !== undefined && { inputs }) });
		if (old?.hash !== hash) {
			written++;
			await write(path, text);
		}
	}
	const obsolete = [...before.manifest.keys()].filter(path => !manifest.has(path) && before.has(path));
	return { written, unchanged: manifest.size - written, obsolete, manifest };
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

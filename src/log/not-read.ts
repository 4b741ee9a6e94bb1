import { isCandidate, isExcludedFile, isExcludedFolder } from '../core/record-files.ts';
import { isTemplateText } from '../core/record-template.ts';
import { nameOf, pathWithin } from '../core/uri/uri.ts';
import type { Content } from './content.ts';

/**
 * Why a file is not a document of a log: in a folder of tools, ignored by Git, behind a link, excluded by the configuration at
 * `by`, not a YAML or Markdown file, named like another page, a template, below a folder that is not a log because
 * others below it are, outside of the folders of records, or without content of a record.
 */
export type NotReadReason =
	| { readonly reason: 'folder'; readonly folder: string }
	| { readonly reason: 'ignored' | 'link' | 'ending' | 'name' | 'template' | 'above-logs' | 'place' | 'content' }
	| { readonly reason: 'excluded'; readonly by: string };

/** What is known of a file that is not a document. */
export interface UnreadFile {
	readonly uri: string;
	readonly content: Content | undefined;
	readonly isIgnored: boolean;
	readonly isLinked: boolean;
	/** The root of the log that contains it; undefined if there is none. */
	readonly root: string | undefined;
	/** The configuration that excludes it. */
	readonly excludedBy: string | undefined;
	/** Whether the user named the file. Then its content decides whether it is a document. */
	readonly isNamed: boolean;
}

export function notReadReason(file: UnreadFile, searched: readonly string[]): NotReadReason {
	const { uri, content, root } = file;
	const name = nameOf(uri);
	const path = searched.map(folder => pathWithin(folder, uri)).find(path => path !== undefined) ?? [name];
	const folder = path.slice(0, -1).find(isExcludedFolder);
	if (folder !== undefined) {
		return { reason: 'folder', folder };
	}
	if (file.isIgnored) {
		return { reason: 'ignored' };
	}
	if (file.isLinked) {
		return { reason: 'link' };
	}
	if (file.excludedBy !== undefined) {
		return { reason: 'excluded', by: file.excludedBy };
	}
	if (!isCandidate(name)) {
		return { reason: 'ending' };
	}
	if (isExcludedFile(path)) {
		return { reason: 'name' };
	}
	if (root === undefined) {
		return { reason: 'above-logs' };
	}
	if (typeof content === 'string' && isTemplateText(content)) {
		return { reason: 'template' };
	}
	return { reason: file.isNamed ? 'content' : 'place' };
}

import type { FileOperationRegistrationOptions } from 'vscode-languageserver-protocol';
import { isWithin, normalUri } from '../core/uri/uri.ts';
import { withAnyCaseEnding } from '../log/kinds.ts';

/** The glob of files that can be documents by their extension. */
export const DOCUMENT_FILES = withAnyCaseEnding('**/*.{yaml,yml,md,markdown}');

/** The file operations that the client reports. An operation on a folder applies to all files in it. */
export const FILE_OPERATIONS: FileOperationRegistrationOptions = {
	filters: [{ pattern: { glob: DOCUMENT_FILES, matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
};

/** Returns the URI of a file after renames of files and folders. */
export type Move = (uri: string) => string;

export function moveOf(renames: readonly { readonly oldUri: string; readonly newUri: string }[]): Move {
	const moved = renames.map(({ oldUri, newUri }) => ({ from: normalUri(oldUri), to: normalUri(newUri) }));
	return uri => {
		const rename = moved.find(({ from }) => isWithin(from, uri));
		return rename === undefined ? uri : rename.to + uri.slice(rename.from.length);
	};
}

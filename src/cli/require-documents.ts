import { Option } from 'commander';
import { counted } from '../core/counted.ts';
import type { Unread } from '../core/unread.ts';
import { childUri, isWithin } from '../core/uri/uri.ts';
import type { NotReadReason } from '../log/not-read.ts';
import { type CommandHost, type Host, UsageError } from './host.ts';
import type { OpenLogs } from './open-logs.ts';
import { isNamed } from './scope.ts';

const FOLDERS = 'a folder such as `incidents`, `postmortems` or `bulletins`';

export function allowEmpty(): Option {
	return new Option('--allow-empty', 'accept paths without documents, as hooks pass them');
}

/**
 * Throws for a named file that is not a document, and for a named folder without documents, with the reason. A deleted document
 * is accepted if the run is about a change. Nothing is thrown if there is no document at all: `refuseNothing` explains that.
 */
export function requireDocuments(host: Host, opened: OpenLogs): void {
	const { logs, typed, change, workspace, files, folders } = opened;
	const documents = logs.flatMap(log => log.documents().map(({ uri }) => uri));
	const known = new Set(documents);
	const isMissing = (uri: string) =>
		files.has(uri)
			? !known.has(uri) && change?.had(uri) !== true
			: folders.includes(uri) &&
				!documents.some(document => isWithin(uri, document)) &&
				!isUnread(uri, workspace.unread);
	const missing = [...typed.keys()].filter(isMissing);
	const [first] = missing;
	if (first === undefined || documents.length === 0) {
		return;
	}
	const reason = workspace.notReadReason(files.has(first) ? first : childUri(first, 'record.md'));
	const others = missing.length === 1 ? '' : ` and ${counted(missing.length - 1, 'other path')}`;
	const { detail, expected } = explanation(reason, host);
	throw new UsageError(
		`No document at \`${typed.get(first) ?? first}\`${others}: ${files.has(first) ? detail : (folderDetail(reason) ?? detail)}. Expected ${expected}. \`--allow-empty\` accepts such paths.`,
	);
}

/** Prints on standard error which named files look like records and are in no log. */
export function warnOfLooseRecords(host: CommandHost, opened: OpenLogs): void {
	const loose = opened.workspace.recordsInNoLog.filter(uri => isNamed(uri, opened)).map(host.toPath);
	const [first, ...others] = loose.sort();
	if (first !== undefined) {
		const more = others.length === 0 ? '' : ` and ${counted(others.length, 'other file')}`;
		host.err.write(
			`incident-log: Not checked: \`${first}\`${more}, in no log. An \`incident-log.yaml\` in a folder above makes one.\n`,
		);
	}
}

function isUnread(folder: string, unread: readonly Unread[]): boolean {
	return unread.some(({ uri }) => isWithin(folder, uri) || isWithin(uri, folder));
}

function folderDetail({ reason }: NotReadReason): string | undefined {
	return reason === 'place' || reason === 'content' ? 'no file in it is a record' : undefined;
}

function explanation(why: NotReadReason, host: Host): { readonly detail: string; readonly expected: string } {
	switch (why.reason) {
		case 'folder':
			return { detail: `folders named \`${why.folder}\` are not searched`, expected: 'a file in another folder' };
		case 'ignored':
			return { detail: 'Git ignores it', expected: 'a file that no `.gitignore` excludes' };
		case 'link':
			return { detail: 'a symbolic link leads to it', expected: 'the path of the file itself' };
		case 'excluded':
			return { detail: `\`exclude\` in \`${host.toPath(why.by)}\` leaves it out`, expected: 'a file of the log' };
		case 'ending':
			return { detail: 'not a YAML or Markdown file', expected: 'a name with `.yaml`, `.yml`, `.md` or `.markdown`' };
		case 'name':
			return { detail: 'its name is that of another page', expected: 'a name such as `2024-08-26-disk-full.md`' };
		case 'template':
			return { detail: 'a template with placeholders', expected: 'a record with a date' };
		case 'above-logs':
			return {
				detail: 'in no log: its folder has no configuration, and others have one',
				expected: 'an `incident-log.yaml` in a folder above it',
			};
		case 'place':
			return { detail: 'in no folder of records', expected: `${FOLDERS}, or a glob in \`files:\`` };
		case 'content':
			return { detail: 'it states nothing of an incident', expected: `a record, or a file in ${FOLDERS}` };
	}
}

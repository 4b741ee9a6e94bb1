import fs from 'node:fs';
import path from 'node:path';
import { isatty } from 'node:tty';
import { visibleText } from '../core/visible-text.ts';
import { isBelow } from './is-below.ts';
import { orAbsent } from './or-absent.ts';
import { systemErrorText } from './system-error.ts';
import { removeLeftovers, temporaryFile } from './temporary-files.ts';

/** The required content of a file before it is written: this text, no file, or anything. */
export type Expected = { readonly text: string } | 'absent' | 'anything';

export interface WriteOptions {
	readonly expected: Expected;
	/** A folder that must contain the real path of the file. Without it, any path is allowed. */
	readonly within?: string;
	/**
	 * False for a file that can be made again: it is not flushed to the disk, and temporary files that killed runs left in its
	 * folder are not looked for. A site has thousands of files.
	 */
	readonly isDurable?: boolean;
}

/** A file was not written. The message states the reason without the name of the file. */
export class WriteRefused extends Error {}

const CHANGED = 'the file changed after it was read. Run the command again.';

/**
 * Writes a file. The program writes files only with this function. Throws `WriteRefused` if the file cannot be written.
 *
 * A regular file is replaced atomically: the text is written to a temporary file in its folder, which is flushed and
 * renamed. If the process is killed, the file has the old or the new content. Mode, owner and group are kept, otherwise the
 * write is refused; access control lists and extended attributes are not kept. A symbolic link is kept, and its target is
 * replaced. Other hard links to the file keep the old content, because they can be outside of `within`.
 *
 * Without `within`, the text is also written to a pipe or a character device, escaped for a terminal. Other file types are
 * refused.
 */
export function writeFile(file: string, text: string | Uint8Array, options: WriteOptions): void {
	try {
		const { within, expected, isDurable = true } = options;
		const stats = fs.statSync(file, { throwIfNoEntry: false, bigint: true });
		const stream = stats && within === undefined ? openStream(file, stats) : undefined;
		if (stream !== undefined) {
			writeStream(
				stream,
				Buffer.from(isatty(stream.descriptor) && typeof text === 'string' ? visibleText(text) : text),
			);
			return;
		}
		requireFile(file, stats);
		const target = stats ? fs.realpathSync(file) : newFile(file, within);
		if (within !== undefined) {
			requireWithin(within, target);
		}
		replace(target, text, stats, { expected, isDurable });
	} catch (error) {
		throw error instanceof WriteRefused ? error : new WriteRefused(`${systemErrorText(error)}.`);
	}
}

/**
 * Removes a regular file whose real path is in a folder; another kind of file is kept. Throws `WriteRefused` if it cannot be
 * removed. A symbolic link is not followed.
 */
export function removeFile(file: string, within: string): void {
	try {
		if (fs.lstatSync(file, { throwIfNoEntry: false })?.isFile()) {
			requireWithin(within, path.join(fs.realpathSync(path.dirname(file)), path.basename(file)));
			fs.rmSync(file, { force: true });
		}
	} catch (error) {
		throw error instanceof WriteRefused ? error : new WriteRefused(`${systemErrorText(error)}.`);
	}
}

/** The descriptor of a pipe or device, and whether it must be closed. */
interface Stream {
	readonly descriptor: number;
	readonly isOpened: boolean;
}

function openStream(file: string, stats: fs.BigIntStats): Stream | undefined {
	// Uses the descriptor of the process for `/dev/stdout`: it can be a socket, which cannot be opened, or a file to append to.
	for (const descriptor of [1, 2]) {
		const own = orAbsent(() => fs.fstatSync(descriptor, { bigint: true }));
		if (own && own.ino !== 0n && own.dev === stats.dev && own.ino === stats.ino) {
			return { descriptor, isOpened: false };
		}
	}
	return stats.isFIFO() || stats.isCharacterDevice()
		? { descriptor: fs.openSync(file, fs.constants.O_WRONLY), isOpened: true }
		: undefined;
}

function writeStream({ descriptor, isOpened }: Stream, bytes: Uint8Array): void {
	try {
		for (let at = 0; at < bytes.length; ) {
			try {
				at += fs.writeSync(descriptor, bytes, at);
			} catch (error) {
				if (codeOf(error) !== 'EAGAIN') {
					throw error;
				}
				// The pipe is full and in non-blocking mode: waits 10 ms.
				Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
			}
		}
	} finally {
		if (isOpened) {
			fs.closeSync(descriptor);
		}
	}
}

function requireFile(file: string, stats: fs.BigIntStats | undefined): void {
	if (stats?.isDirectory()) {
		throw new WriteRefused('it is a folder. Expected a file.');
	}
	if (stats && !stats.isFile()) {
		throw new WriteRefused('it is a device, pipe or socket. Expected a regular file.');
	}
	if (!stats && fs.lstatSync(file, { throwIfNoEntry: false })) {
		throw new WriteRefused('it is a link to a file that does not exist. Remove the link, or name its target.');
	}
}

/** Creates the folders of a new file, and returns its real path. */
function newFile(file: string, within: string | undefined): string {
	const folder = path.dirname(file);
	if (within !== undefined) {
		let existing = folder;
		while (!fs.existsSync(existing) && existing !== path.dirname(existing)) {
			existing = path.dirname(existing);
		}
		requireWithin(within, fs.realpathSync(existing));
	}
	fs.mkdirSync(folder, { recursive: true });
	return path.join(fs.realpathSync(folder), path.basename(file));
}

function requireWithin(within: string, real: string): void {
	if (!isBelow(fs.realpathSync(within), real)) {
		throw new WriteRefused('a link on its path leads out of the log. Expected a file inside the log.');
	}
}

function replace(
	file: string,
	text: string | Uint8Array,
	stats: fs.BigIntStats | undefined,
	{ expected, isDurable }: { readonly expected: Expected; readonly isDurable: boolean },
): void {
	requireExpected(file, stats, expected);
	if (stats) {
		requireWritable(file, stats);
	}
	const folder = path.dirname(file);
	if (isDurable) {
		removeLeftovers(folder);
	}
	const temporary = temporaryFile(folder);
	try {
		const descriptor = fs.openSync(temporary, 'wx', stats ? 0o600 : 0o666);
		try {
			fs.writeFileSync(descriptor, text);
			if (stats) {
				keepOwnerAndMode(descriptor, stats);
			}
			if (isDurable) {
				fs.fsyncSync(descriptor);
			}
		} finally {
			fs.closeSync(descriptor);
		}
		requireExpected(file, stats, expected);
		moveTo(file, temporary, stats !== undefined);
	} finally {
		fs.rmSync(temporary, { force: true });
	}
}

/** Refuses if the file has been changed since its text was read, or since `stats`. */
function requireExpected(file: string, stats: fs.BigIntStats | undefined, expected: Expected): void {
	const now = fs.lstatSync(file, { throwIfNoEntry: false, bigint: true });
	if (expected === 'absent' && now) {
		throw new WriteRefused('the file exists already. Remove it, or choose another name.');
	}
	const isSame =
		now?.dev === stats?.dev &&
		now?.ino === stats?.ino &&
		now?.size === stats?.size &&
		now?.mtimeNs === stats?.mtimeNs &&
		(typeof expected === 'string' || (now !== undefined && fs.readFileSync(file).equals(Buffer.from(expected.text))));
	if (!isSame) {
		throw new WriteRefused(CHANGED);
	}
}

/** Also checks the mode, because the system permits all writes to an administrator. */
function requireWritable(file: string, { mode }: fs.BigIntStats): void {
	const permitted = orAbsent(() => {
		fs.accessSync(file, fs.constants.W_OK);
		return true;
	});
	if ((mode & 0o222n) === 0n || !permitted) {
		throw new WriteRefused('the file is read-only. Give it write permission first.');
	}
}

/** Sets the owner before the mode, because a change of the owner clears bits of the mode. */
function keepOwnerAndMode(descriptor: number, stats: fs.BigIntStats): void {
	const { uid, gid } = fs.fstatSync(descriptor, { bigint: true });
	if (uid !== stats.uid || gid !== stats.gid) {
		try {
			fs.fchownSync(descriptor, Number(stats.uid), Number(stats.gid));
		} catch {
			throw new WriteRefused('its owner or group would be lost. Run the command as the owner of the file.');
		}
	}
	fs.fchmodSync(descriptor, Number(stats.mode & 0o7777n));
}

/** Moves the temporary file. A new file is hard-linked, which fails if another process has created the file meanwhile. */
function moveTo(file: string, temporary: string, replaces: boolean): void {
	if (replaces) {
		fs.renameSync(temporary, file);
		return;
	}
	try {
		fs.linkSync(temporary, file);
	} catch (error) {
		if (codeOf(error) === 'EEXIST') {
			throw new WriteRefused(CHANGED);
		}
		// A file system without hard links.
		fs.renameSync(temporary, file);
	}
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}

import { lstatSync } from 'node:fs';
import type { FailureReason } from '../core/unread.ts';
import { ABSENT, type Absent, type Failed, failed } from '../log/environment.ts';

/** Error codes for a path that cannot exist: too long, below a file, or with a NUL. */
const ABSENT_CODES: ReadonlySet<unknown> = new Set(['ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

const REASONS: ReadonlyMap<unknown, FailureReason> = new Map([
	['EACCES', 'no-permission'],
	['EPERM', 'no-permission'],
	['ELOOP', 'link-loop'],
	['EISDIR', 'not-a-file'],
]);

/** Calls the file system, and returns its errors as values. */
export function orFailure<T>(path: string, look: () => T): T | Absent | Failed {
	try {
		return look();
	} catch (error) {
		return failureOf(path, error);
	}
}

function failureOf(path: string, error: unknown): Absent | Failed {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') {
		return isLink(path) ? failed('broken-link') : ABSENT;
	}
	return ABSENT_CODES.has(code) ? ABSENT : failed(REASONS.get(code) ?? 'io-error');
}

function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}

import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { orAbsent } from './or-absent.ts';

/** `.incident-log-<machine>-<process id>-<random>.tmp`; a process id means nothing on another machine or in a container. */
const NAME = /^\.incident-log-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.tmp$/;

/** Milliseconds. An older file is a leftover, whoever wrote it: process ids are used again. */
const MAX_AGE = 86_400_000;

/** A new name for a file in a folder, which `removeLeftovers` recognises when this process is killed. */
export function temporaryFile(folder: string): string {
	return join(folder, `.incident-log-${machine()}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * Removes the temporary files of killed processes from a folder, and nothing else: regular files of that name whose
 * process has ended. Those of another machine or container are removed after a day.
 */
export function removeLeftovers(folder: string): void {
	for (const name of orAbsent(() => readdirSync(folder)) ?? []) {
		const [, writer, id = ''] = NAME.exec(name) ?? [];
		const file = join(folder, name);
		const stats = writer === undefined ? undefined : orAbsent(() => lstatSync(file));
		if (!stats?.isFile()) {
			continue;
		}
		if (Date.now() - stats.mtimeMs > MAX_AGE || (writer === machine() && hasEnded(Number(id)))) {
			orAbsent(() => rmSync(file));
		}
	}
}

/** Writing is synchronous, so that a file of this process is a leftover of an earlier one with the same id. */
function hasEnded(id: number): boolean {
	if (id === process.pid) {
		return true;
	}
	try {
		process.kill(id, 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}

function machine(): string {
	return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

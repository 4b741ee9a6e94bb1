import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../core/time/units.ts';
import { orAbsent } from './or-absent.ts';

/** `.incident-log-<machine>-<process id>-<random>.tmp`. A process id is only valid on its machine or in its container. */
const NAME = /^\.incident-log-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.tmp$/;

/** In milliseconds. An older file is a leftover of any process, because process ids are reused. */
const MAX_AGE = DAY;

/** Returns a new file name in a folder. If this process is killed, `removeLeftovers` removes the file. */
export function temporaryFile(folder: string): string {
	return join(folder, `.incident-log-${machine()}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * Removes temporary files of ended processes from a folder: regular files with a name of `temporaryFile`. Those of another
 * machine or container are removed after a day.
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

/** Whether a process has ended. A file of this process is from an earlier one with the same id, because writing is synchronous. */
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

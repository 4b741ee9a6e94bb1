import { mismatchMessage } from '../core/dialect-fit.ts';
import type { Log } from '../log/log.ts';
import { dialectNamed, native } from '../parse/dialects/index.ts';
import type { Host } from './host.ts';

/** Prints on standard error what dialect most records of a log do not have, although it is named for them. */
export function warnDialects(host: Host, logs: readonly Log[]): void {
	for (const { view } of logs) {
		const mismatch = view.dialectMismatch();
		if (mismatch) {
			host.err.write(`incident-log: ${mismatchMessage(mismatch)}\n`);
		}
	}
}

/** Prints on standard error how many files of some logs were read in which dialect, unless it is the native one. */
export function reportDialects(host: Host, logs: readonly Log[]): void {
	const counts = new Map<string, number>();
	for (const log of logs) {
		for (const { dialect } of log.documents()) {
			counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
		}
	}
	for (const [name, count] of counts) {
		if (name !== native.name) {
			const title = dialectNamed(name)?.title ?? name;
			host.err.write(`incident-log: ${count} ${count === 1 ? 'file' : 'files'} read as ${title} (dialect: ${name}).\n`);
		}
	}
}

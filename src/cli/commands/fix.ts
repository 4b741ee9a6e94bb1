import { Command } from 'commander';
import { safeEdits } from '../../core/safe-edits.ts';
import { applyEdits } from '../../core/text-edit.ts';
import type { Log } from '../../log/log.ts';
import { changedLines } from '../changed-lines.ts';
import type { Host } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, setClock } from '../options.ts';
import { isNamed } from '../scope.ts';
import { paint, wantsColour } from '../style.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly dryRun?: boolean;
	readonly now?: number;
}

/** A fix can make way for another that overlapped it; no chain of fixes is longer than this. */
const ROUNDS = 10;

export const fixCommand: BuildCommand = host =>
	new Command('fix')
		.description('apply the fixes that are safe: those that cannot change what a document means')
		.argument('[paths...]', 'folders or files', [])
		.option('--dry-run', 'print what would change, and change nothing')
		.addOption(setClock())
		.action(async (paths: string[], options: Options) => {
			const { logs, ...named } = await openLogs(host, paths, clockAt(options.now, host.clock));
			const style = paint(wantsColour(host, host.out));
			let files = 0;
			for (const log of logs) {
				for (const { uri, text } of log.documents().filter(document => isNamed(document.uri, named))) {
					const fixed = fixedText(log, uri);
					if (fixed === text) {
						continue;
					}
					files++;
					host.out.write(`${style.bold(host.toPath(uri))}\n`);
					for (const { line, before, after } of changedLines(text, fixed)) {
						const number = String(line + 1).padStart(5);
						host.out.write(before.map(text => `${number} ${style.red(`- ${text}`)}\n`).join(''));
						host.out.write(after.map(text => `${number} ${style.green(`+ ${text}`)}\n`).join(''));
					}
					if (!options.dryRun) {
						host.writeFile(uri, (await hasByteOrderMark(host, uri)) ? `\uFEFF${fixed}` : fixed);
					}
				}
			}
			const verb = options.dryRun ? 'would change' : 'changed';
			host.out.write(files === 0 ? 'Nothing to fix.\n' : `${files} file${files === 1 ? '' : 's'} ${verb}.\n`);
		});

/** The text of a document after its safe fixes; the log holds it from then on, so that other documents see it. */
function fixedText(log: Log, uri: string): string {
	for (let round = 0; round < ROUNDS; round++) {
		const document = log.document(uri);
		const edits = safeEdits(log.findings(uri));
		if (document === undefined || edits.length === 0) {
			break;
		}
		log.set(uri, applyEdits(document.text, edits), document.kind);
	}
	return log.document(uri)?.text ?? '';
}

/** A log's texts are without it; what is written must not lose it. */
async function hasByteOrderMark(host: Host, uri: string): Promise<boolean> {
	const bytes = await host.environment.read(uri, Number.POSITIVE_INFINITY);
	return bytes instanceof Uint8Array && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

import { Command, Option } from 'commander';
import { parentUri } from '../../core/uri/uri.ts';
import { visibleLine } from '../../core/visible-text.ts';
import { applySafeFixes, writtenText } from '../../log/apply-safe-fixes.ts';
import type { Log } from '../../log/log.ts';
import { requireBaselines } from '../baseline.ts';
import { changedLines } from '../changed-lines.ts';
import { examples } from '../examples.ts';
import { type Host, UsageError, WriteError } from '../host.ts';
import { refuseNothing } from '../nothing-read.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, setClock } from '../options.ts';
import { allowEmpty, requireDocuments } from '../require-documents.ts';
import { isNamed } from '../scope.ts';
import { paint, wantsColour } from '../style.ts';
import { StyledText, styled } from '../styled-text.ts';
import { warnUnread } from '../unread.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly dryRun?: boolean;
	readonly check?: boolean;
	readonly staged?: boolean;
	readonly allowEmpty?: true;
	readonly now?: number;
}

const STAGED =
	'Unsupported option `--staged`: a fix is written to the file on the disk, which can differ from the staged one. Expected `incident-log fix`, then `git add`.';

export const fixCommand: BuildCommand = (host, done) =>
	new Command('fix')
		.description('Apply safe fixes: those that cannot change the meaning of a document.')
		.argument('[paths...]', 'folders or files (default: .)', [])
		.option('--dry-run', 'print the changes without writing them')
		.option('--check', 'print the changes without writing them, and exit with 1 if there are any')
		.addOption(new Option('--staged').hideHelp())
		.addOption(allowEmpty())
		.addOption(setClock())
		.addHelpText(
			'after',
			'\nExit codes: 0 if all safe fixes were written, 1 if `--check` found changes, 2 if the command could not run or a file could not be written.',
		)
		.addHelpText('after', examples('incident-log fix --dry-run', 'incident-log fix incidents'))
		.action(async (paths: string[], options: Options) => {
			if (options.staged) {
				throw new UsageError(STAGED);
			}
			const isDryRun = options.dryRun === true || options.check === true;
			const opened = await openLogs(host, paths, { clock: clockAt(options.now, host.clock) });
			const { logs, ...named } = opened;
			requireBaselines(host, logs);
			if (!options.allowEmpty) {
				requireDocuments(host, opened);
				await refuseNothing(host, logs, named);
			}
			const style = paint(wantsColour(host, host.out));
			let files = 0;
			let failed = 0;
			for (const log of logs) {
				const documents = log.documents().filter(document => isNamed(document.uri, named));
				if (!isDryRun) {
					host.removeLeftovers(new Set(documents.map(({ uri }) => parentUri(uri) ?? uri)));
				}
				for (const { uri, kind } of documents) {
					const text = writtenText(log, uri);
					const fixed = applySafeFixes(log, uri);
					if (fixed === text) {
						continue;
					}
					if (!isDryRun && !(await tryWrite(host, log, uri, text, fixed))) {
						// Fixes of other documents must be computed from the text on disk.
						log.set(uri, text, kind);
						failed++;
						continue;
					}
					files++;
					host.out.write(styled`${style.bold(host.toPath(uri))}\n`);
					for (const { line, before, after } of changedLines(text, fixed)) {
						const number = String(line + 1).padStart(5);
						host.out.write(StyledText.join(before.map(text => styled`${number} ${style.red(`- ${text}`)}\n`)));
						host.out.write(StyledText.join(after.map(text => styled`${number} ${style.green(`+ ${text}`)}\n`)));
					}
				}
			}
			const unread = warnUnread(host, logs);
			done(options.check && files > 0 ? 1 : unread);
			const changed = `${files} file${files === 1 ? '' : 's'} ${isDryRun ? 'would change' : 'changed'}`;
			if (failed > 0) {
				host.out.write(`${changed}, ${failed} could not be written.\n`);
				done(2);
			} else {
				host.out.write(files === 0 ? 'Nothing to fix.\n' : `${changed}.\n`);
			}
		});

/** Replaces a file by its fixed text. Returns false, with the reason on standard error, if the file cannot be written. */
async function tryWrite(host: Host, log: Log, uri: string, text: string, fixed: string): Promise<boolean> {
	await host.yieldToEventLoop();
	const mark = (await hasByteOrderMark(host, uri)) ? '\uFEFF' : '';
	try {
		host.writeFile(uri, mark + fixed, { expected: { text: mark + text }, within: log.root });
		return true;
	} catch (error) {
		if (!(error instanceof WriteError)) {
			throw error;
		}
		host.err.write(`incident-log: ${visibleLine(error.message)}\n`);
		return false;
	}
}

/** Whether a file begins with a byte order mark. The log's texts have none, but a rewritten file must keep it. */
async function hasByteOrderMark(host: Host, uri: string): Promise<boolean> {
	const content = await host.environment.read(uri, Number.POSITIVE_INFINITY);
	const bytes = content.type === 'content' ? content.bytes : [];
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

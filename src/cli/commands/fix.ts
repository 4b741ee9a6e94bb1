import { Command } from 'commander';
import { applyEditsToWritten } from '../../core/line-breaks.ts';
import { safeEdits } from '../../core/safe-edits.ts';
import { parentUri } from '../../core/uri/uri.ts';
import { visibleLine } from '../../core/visible-text.ts';
import type { Log } from '../../log/log.ts';
import { changedLines } from '../changed-lines.ts';
import { type Host, WriteError } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, setClock } from '../options.ts';
import { isNamed } from '../scope.ts';
import { paint, wantsColour } from '../style.ts';
import { StyledText, styled } from '../styled-text.ts';
import { warnUnread } from '../unread.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly dryRun?: boolean;
	readonly now?: number;
}

/** A fix can make way for another that overlapped it; no chain of fixes is longer than this. */
const ROUNDS = 10;

export const fixCommand: BuildCommand = (host, done) =>
	new Command('fix')
		.description('apply the fixes that are safe: those that cannot change what a document means')
		.argument('[paths...]', 'folders or files', [])
		.option('--dry-run', 'print what would change, and change nothing')
		.addOption(setClock())
		.addHelpText(
			'after',
			'\nExit codes: 0 all safe fixes are written, 2 could not run, or some files could not be written.',
		)
		.action(async (paths: string[], options: Options) => {
			const { logs, ...named } = await openLogs(host, paths, clockAt(options.now, host.clock));
			const style = paint(wantsColour(host, host.out));
			let files = 0;
			let refused = 0;
			for (const log of logs) {
				const documents = log.documents().filter(document => isNamed(document.uri, named));
				if (!options.dryRun) {
					host.removeLeftovers(new Set(documents.map(({ uri }) => parentUri(uri) ?? uri)));
				}
				for (const { uri, kind } of documents) {
					const text = writtenText(log, uri);
					const fixed = fixedText(log, uri);
					if (fixed === text) {
						continue;
					}
					if (!options.dryRun && !(await isWritten(host, log, uri, text, fixed))) {
						// The fixes of other documents must rest on what is on the disk.
						log.set(uri, text, kind);
						refused++;
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
			done(warnUnread(host, logs));
			const changed = `${files} file${files === 1 ? '' : 's'} ${options.dryRun ? 'would change' : 'changed'}`;
			if (refused > 0) {
				host.out.write(`${changed}, ${refused} could not be written.\n`);
				done(2);
			} else {
				host.out.write(files === 0 ? 'Nothing to fix.\n' : `${changed}.\n`);
			}
		});

/** Writes a fixed text over the one that was read. Where that is refused, the reason goes to standard error. */
async function isWritten(host: Host, log: Log, uri: string, text: string, fixed: string): Promise<boolean> {
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

/** The text of a document after its safe fixes; the log holds it from then on, so that other documents see it. */
function fixedText(log: Log, uri: string): string {
	for (let round = 0; round < ROUNDS; round++) {
		const document = log.document(uri);
		const edits = safeEdits(log.everyFinding(uri));
		if (document === undefined || edits.length === 0) {
			break;
		}
		log.set(uri, applyEditsToWritten(writtenText(log, uri), edits), document.kind);
	}
	return writtenText(log, uri);
}

/** The text of a file with its own line breaks. */
function writtenText(log: Log, uri: string): string {
	const content = log.content(uri);
	return typeof content === 'string' ? content : '';
}

/** A log's texts are without it; what is written must not lose it. */
async function hasByteOrderMark(host: Host, uri: string): Promise<boolean> {
	const content = await host.environment.read(uri, Number.POSITIVE_INFINITY);
	const bytes = content.type === 'content' ? content.bytes : [];
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

import { Command } from 'commander';
import { importEntry, type Outcome } from '../../authoring/import-entry.ts';
import { visibleLine } from '../../core/visible-text.ts';
import type { Log } from '../../log/log.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { type CommandHost, type ExitCode, UsageError, WriteError } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { isNamed } from '../scope.ts';
import { paint, wantsColour } from '../style.ts';
import { styled } from '../styled-text.ts';
import { warnUnread } from '../unread.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly out?: string;
	readonly dryRun?: boolean;
}

const MORE = `
A record says what its entry says. What a comment in the entry states is stated; an end and an impact that are read from
the prose are marked as such in \`x-inferred\`, each with the words that it was read from. An impact that nothing tells is
left out, and \`impact/missing\` asks for it; where nothing tells an end, it is taken to be resolved, marked as well. The
page stays as it is: page and record tell one incident.

An entry is passed over where a file of that name is there already, or a record of that incident has other facts.

Exit codes: 0 every entry has its record, 1 entries were passed over, 2 could not run, or some
records could not be written.`;

/** Native records in a log of another dialect would be read as what they are not. */
const DIALECTS: ReadonlySet<string | undefined> = new Set([undefined, 'native', 'infra-log']);

export const importCommand: BuildCommand = (host, done) =>
	new Command('import')
		.description('turn entries that are written by hand in bulletins into incident records')
		.argument('<pages...>', 'bulletins, or folders of them')
		.option('-o, --out <folder>', "where records go (default: the log's incidents/<year>)")
		.option('--dry-run', 'print what would be written, and write nothing')
		.addHelpText('after', MORE)
		.action(async (paths: string[], { out, dryRun = false }: Options) => {
			const { logs, ...named } = await openLogs(host, paths, host.clock);
			const chosen = logs.flatMap(log =>
				log.documents().flatMap(page => (page.kind === 'bulletin' && isNamed(page.uri, named) ? [{ log, page }] : [])),
			);
			for (const file of named.files) {
				if (!chosen.some(({ page }) => page.uri === file)) {
					throw new UsageError(`${host.toPath(file)} is no bulletin of a log; expected one`);
				}
			}
			const writer = new Writer(host, dryRun);
			for (const { log, page } of chosen.sort((a, b) => (a.page.uri < b.page.uri ? -1 : 1))) {
				const { dialect } = log.configuration;
				if (out === undefined && !DIALECTS.has(dialect)) {
					throw new UsageError(`the log is written in the dialect ${dialect}; expected a native one, or --out`);
				}
				await importPage(log, page, out === undefined ? undefined : host.toUri(out), writer);
			}
			writer.close();
			const unread = warnUnread(host, logs);
			done(writer.exitCode === 0 ? unread : writer.exitCode);
		});

async function importPage(log: Log, page: LogDocument, folder: string | undefined, writer: Writer): Promise<void> {
	const place = { log, page, folder, exists: writer.exists, toPath: writer.toPath };
	for (const entry of page.bulletin?.entries ?? []) {
		if (entry.form === 'written') {
			const outcome = await importEntry(entry, place);
			const isWritten = writer.tell(outcome, page, entry.range.start, folder === undefined ? log.root : undefined);
			if (outcome.kind === 'record' && isWritten) {
				// So that a later entry of the same incident finds it.
				log.set(outcome.uri, outcome.text, 'incident');
			}
		}
	}
}

/** Writes records, and tells what became of each entry. */
class Writer {
	readonly #host: CommandHost;
	readonly #dryRun: boolean;
	readonly #written = new Set<string>();
	#passedOver = 0;
	#refused = 0;

	constructor(host: CommandHost, dryRun: boolean) {
		this.#host = host;
		this.#dryRun = dryRun;
	}

	get exitCode(): ExitCode {
		return this.#refused > 0 ? 2 : this.#passedOver > 0 ? 1 : 0;
	}

	readonly toPath = (uri: string): string => this.#host.toPath(uri);

	/** What is there and cannot be read is left to the write, which refuses to replace it and says why. */
	readonly exists = async (uri: string): Promise<boolean> => {
		const { type } = await this.#host.environment.stat(uri);
		return this.#written.has(uri) || type === 'file' || type === 'folder';
	};

	/** Returns whether a record was written. `within`: the folder that it may not leave, where the user has not named one. */
	tell(outcome: Outcome, { uri, lines }: LogDocument, offset: number, within: string | undefined): boolean {
		const { out, err, toPath } = this.#host;
		const place = `${toPath(uri)}:${lines.lineAt(offset) + 1}`;
		switch (outcome.kind) {
			case 'known':
				out.write(`${place} is recorded in ${toPath(outcome.record.uri)}\n`);
				return false;
			case 'passed-over':
				this.#passedOver++;
				err.write(`${place}: passed over: ${visibleLine(outcome.reason)}\n`);
				return false;
			case 'record':
				return this.#write(outcome, within);
		}
	}

	#write({ uri, text, notes }: Extract<Outcome, { kind: 'record' }>, within: string | undefined): boolean {
		const { out, err, toPath, writeFile } = this.#host;
		try {
			if (!this.#dryRun) {
				writeFile(uri, text, { expected: 'absent', ...(within !== undefined && { within }) });
			}
		} catch (error) {
			if (!(error instanceof WriteError)) {
				throw error;
			}
			this.#refused++;
			err.write(`incident-log: ${visibleLine(error.message)}\n`);
			return false;
		}
		const style = paint(wantsColour(this.#host, out));
		const remark = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
		out.write(styled`${style.bold(toPath(uri))}${remark}\n`);
		if (this.#dryRun) {
			out.write(`${text.replace(/^(?=.)/gm, '  ')}\n`);
		}
		this.#written.add(uri);
		return true;
	}

	close(): void {
		const count = this.#written.size;
		const verb = this.#dryRun ? 'would be written' : 'written';
		const records = `${count} record${count === 1 ? '' : 's'} ${verb}.`;
		this.#host.out.write(count > 0 ? `${records}\n` : this.exitCode === 0 ? 'Nothing to import.\n' : '');
	}
}

import { Command } from 'commander';
import { importEntry, type Outcome } from '../../authoring/import-entry.ts';
import { takesNativeRecords } from '../../authoring/target.ts';
import { visibleLine } from '../../core/visible-text.ts';
import type { Log } from '../../log/log.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { examples } from '../examples.ts';
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
A record holds the facts of its entry. Facts in the entry's comment are copied. An end and an impact that are inferred from
the prose are listed in \`x-inferred\`, each with the words it was inferred from. Without an impact the field is left out,
and \`impact/missing\` reports it. Without an end the incident is recorded as resolved, which is listed as well. The bulletin
does not change: its entry and the record describe one incident.

An entry is skipped if a file of that name exists, or if a record of the incident has different facts.

Exit codes: 0 if every entry has a record, 1 if entries were skipped, 2 if the command could not run or a record could not
be written.`;

export const importCommand: BuildCommand = (host, done) =>
	new Command('import')
		.description('Create incident records from the entries of bulletins.')
		.argument('<pages...>', 'bulletins, or folders of bulletins')
		.option('-o, --out <folder>', 'folder for the records (default: that of the newest record, or incidents/<year>)')
		.option('--dry-run', 'print the records without writing them')
		.addHelpText('after', MORE)
		.addHelpText('after', examples('incident-log import bulletins/2024-08-31.md --dry-run'))
		.action(async (paths: string[], { out, dryRun = false }: Options) => {
			const { logs, ...named } = await openLogs(host, paths, { clock: host.clock });
			const chosen = logs.flatMap(log =>
				log.documents().flatMap(({ uri, kind }) => {
					const page = kind === 'bulletin' && isNamed(uri, named) ? log.document(uri) : undefined;
					return page === undefined ? [] : [{ log, page }];
				}),
			);
			for (const file of named.files) {
				if (!chosen.some(({ page }) => page.uri === file)) {
					throw new UsageError(`File \`${host.toPath(file)}\` is not a bulletin of a log. Expected a bulletin.`);
				}
			}
			const writer = new Writer(host, dryRun);
			for (const { log, page } of chosen.sort((a, b) => (a.page.uri < b.page.uri ? -1 : 1))) {
				if (out === undefined && !takesNativeRecords(log)) {
					throw new UsageError(
						`Unsupported dialect \`${log.configuration.dialect}\` of the log. Expected a log of native records, or \`--out\`.`,
					);
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
			await writer.yieldToEventLoop();
			const isWritten = writer.add(outcome, page, entry.range.start, folder === undefined ? log.root : undefined);
			if (outcome.kind === 'record' && isWritten) {
				// Later entries of the same incident must find the record.
				log.set(outcome.uri, outcome.text, 'incident');
			}
		}
	}
}

/** Writes records and prints the outcome for each entry. */
class Writer {
	readonly #host: CommandHost;
	readonly #dryRun: boolean;
	readonly #written = new Set<string>();
	#skipped = 0;
	#failed = 0;

	constructor(host: CommandHost, dryRun: boolean) {
		this.#host = host;
		this.#dryRun = dryRun;
	}

	get exitCode(): ExitCode {
		return this.#failed > 0 ? 2 : this.#skipped > 0 ? 1 : 0;
	}

	readonly yieldToEventLoop = (): Promise<void> => this.#host.yieldToEventLoop();

	readonly toPath = (uri: string): string => this.#host.toPath(uri);

	/** Returns false for unreadable files: writing reports them with the reason. */
	readonly exists = async (uri: string): Promise<boolean> => {
		const { type } = await this.#host.environment.stat(uri);
		return this.#written.has(uri) || type === 'file' || type === 'folder';
	};

	/** Returns whether a record was written. `within`: the folder that it must be in, unless the user named a folder. */
	add(outcome: Outcome, { uri, lines }: LogDocument, offset: number, within: string | undefined): boolean {
		const { out, err, toPath } = this.#host;
		const place = `${toPath(uri)}:${lines.lineAt(offset) + 1}`;
		switch (outcome.kind) {
			case 'known':
				out.write(`${place}: Existing record ${toPath(outcome.record.uri)}\n`);
				return false;
			case 'skipped':
				this.#skipped++;
				err.write(`incident-log: ${place}: Entry skipped. ${visibleLine(outcome.reason)}\n`);
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
			this.#failed++;
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

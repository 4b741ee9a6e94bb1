import { Command } from 'commander';
import type { Log } from '../../log/log.ts';
import type { LogDocument } from '../../parse/document.ts';
import { type Host, UsageError } from '../host.ts';
import { importEntry, type Outcome } from '../import/import-entry.ts';
import { openLogs } from '../open-logs.ts';
import { isNamed } from '../scope.ts';
import { paint, wantsColour } from '../style.ts';
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

Exit codes: 0 every entry has its record, 1 entries were passed over, 2 could not run.`;

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
			done(writer.isComplete ? 0 : 1);
		});

async function importPage(log: Log, page: LogDocument, folder: string | undefined, writer: Writer): Promise<void> {
	const place = { log, page, folder, exists: writer.exists, toPath: writer.toPath };
	for (const entry of page.bulletin?.entries ?? []) {
		if (entry.form === 'written') {
			const outcome = await importEntry(entry, place);
			writer.tell(outcome, page, entry.range.start);
			if (outcome.kind === 'record') {
				// So that a later entry of the same incident finds it.
				log.set(outcome.uri, outcome.text, 'incident');
			}
		}
	}
}

/** Writes records, and tells what became of each entry. */
class Writer {
	readonly #host: Host;
	readonly #dryRun: boolean;
	readonly #written = new Set<string>();
	#passedOver = 0;

	constructor(host: Host, dryRun: boolean) {
		this.#host = host;
		this.#dryRun = dryRun;
	}

	get isComplete(): boolean {
		return this.#passedOver === 0;
	}

	readonly toPath = (uri: string): string => this.#host.toPath(uri);

	readonly exists = async (uri: string): Promise<boolean> =>
		this.#written.has(uri) || (await this.#host.environment.stat(uri)) !== undefined;

	tell(outcome: Outcome, { uri, lines }: LogDocument, offset: number): void {
		const { out, err, toPath } = this.#host;
		const place = `${toPath(uri)}:${lines.lineAt(offset) + 1}`;
		switch (outcome.kind) {
			case 'known':
				out.write(`${place} is recorded in ${toPath(outcome.record.uri)}\n`);
				break;
			case 'passed-over':
				this.#passedOver++;
				err.write(`${place}: passed over: ${outcome.reason}\n`);
				break;
			case 'record':
				this.#write(outcome);
				break;
		}
	}

	#write({ uri, text, notes }: Extract<Outcome, { kind: 'record' }>): void {
		const { out, toPath, writeFile } = this.#host;
		const style = paint(wantsColour(this.#host, out));
		const remark = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
		out.write(`${style.bold(toPath(uri))}${remark}\n`);
		if (this.#dryRun) {
			out.write(`${text.replace(/^(?=.)/gm, '  ')}\n`);
		} else {
			writeFile(uri, text);
		}
		this.#written.add(uri);
	}

	close(): void {
		const count = this.#written.size;
		const verb = this.#dryRun ? 'would be written' : 'written';
		const records = `${count} record${count === 1 ? '' : 's'} ${verb}.`;
		this.#host.out.write(count > 0 ? `${records}\n` : this.isComplete ? 'Nothing to import.\n' : '');
	}
}

import { Command, Option } from 'commander';
import { reportDialects } from '../dialects.ts';
import { formats } from '../formats/index.ts';
import { type ExitCode, UsageError } from '../host.ts';
import { describeNothing } from '../nothing-read.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, count, setClock, setDialect } from '../options.ts';
import { type CheckReport, createReport } from '../report.ts';
import { brokenElsewhere, isNamed, reported } from '../scope.ts';
import { wantsColour } from '../style.ts';
import { unreadFindings } from '../unread.ts';

import type { BuildCommand } from './command.ts';

interface Options {
	readonly format: string;
	readonly maxWarnings?: number;
	readonly now?: number;
	readonly dialect?: string;
}

/** Width of the output if it is not a terminal. */
const DEFAULT_COLUMNS = 120;

export const checkCommand: BuildCommand = (host, done) =>
	new Command('check')
		.description('Check a log and print its findings.')
		.argument('[paths...]', 'folders or files; for files, also reports what they break in other files (default: .)')
		.addOption(new Option('--format <name>', 'output format').choices([...formats.keys()]).default('pretty'))
		.option('--max-warnings <n>', 'exit with 1 if there are more warnings', count)
		.addOption(setDialect())
		.addOption(setClock())
		.addHelpText(
			'after',
			'\nExit codes: 0 without errors, 1 with errors or too many warnings, 2 if the check could not run or found no document. Findings of the levels info\nand hint never change the exit code.',
		)
		.action(async (paths: string[], options: Options) => {
			const { logs, ...named } = await openLogs(host, paths, clockAt(options.now, host.clock), options.dialect);
			const findings = logs.flatMap(log => {
				const chosen = log.documents().flatMap(({ uri }) => (isNamed(uri, named) ? [uri] : []));
				const elsewhere = named.files.size === 0 ? [] : brokenElsewhere(log, [...named.files], host.committed);
				return [...reported(log, chosen), ...unreadFindings(log, named), ...elsewhere];
			});
			const all = createReport(
				logs.reduce((sum, log) => sum + log.size, 0),
				findings,
				logs.flatMap(log => log.coverage().filter(({ uri }) => isNamed(uri, named))),
			);
			reportDialects(host, logs);
			const nothing = logs.every(log => log.size === 0) ? await describeNothing(host, named) : undefined;
			const format = formats.get(options.format);
			// A program that reads the output gets a report in any case; a person gets no "0 documents, no findings".
			if (format && (nothing === undefined || options.format !== 'pretty')) {
				const columns = host.out.columns ?? DEFAULT_COLUMNS;
				host.out.write(format(all, { toPath: host.toPath, colour: wantsColour(host, host.out), columns }));
			}
			if (nothing !== undefined) {
				throw new UsageError(nothing);
			}
			done(exitCode(all, options.maxWarnings));
		});

function exitCode({ summary }: CheckReport, maxWarnings: number | undefined): ExitCode {
	return summary.error > 0 || (maxWarnings !== undefined && summary.warning > maxWarnings) ? 1 : 0;
}

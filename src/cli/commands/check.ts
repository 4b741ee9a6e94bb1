import { Command } from 'commander';
import { summarizeCoverage } from '../../log/coverage.ts';
import { reportDialects, warnDialects } from '../dialects.ts';
import { refuseNothing } from '../nothing-read.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, count, setClock, setDialect } from '../options.ts';
import { outputOptions, writeOutputs } from '../outputs.ts';
import { createReport, fails } from '../report.ts';
import { brokenElsewhere, isNamed, reported } from '../scope.ts';
import { unreadFindings } from '../unread.ts';
import { workingTreeAndChange } from '../versions.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly maxWarnings?: number;
	readonly now?: number;
	readonly dialect?: string;
}

export const checkCommand: BuildCommand = (host, done) => {
	const { options, outputs } = outputOptions();
	const command = new Command('check')
		.description('Check a log and print its findings.')
		.argument('[paths...]', 'folders or files; for files, also reports what they break in other files (default: .)')
		.option('--max-warnings <n>', 'exit with 1 if there are more warnings', count)
		.addOption(setDialect())
		.addOption(setClock())
		.addHelpText(
			'after',
			'\nExit codes: 0 without errors, 1 with errors or too many warnings, 2 if the check could not run or found no document. Findings of the levels info\nand hint never change the exit code.',
		)
		.action(async (paths: string[], options: Options) => {
			const requested = outputs();
			const { logs, change, ...named } = await openLogs(host, paths, {
				clock: clockAt(options.now, host.clock),
				dialect: options.dialect,
				versions: workingTreeAndChange(host),
			});
			const findings = logs.flatMap(log => {
				const chosen = log.documents().flatMap(({ uri }) => (isNamed(uri, named) ? [uri] : []));
				const unread = unreadFindings(log, named);
				const elsewhere =
					change === undefined ? [] : brokenElsewhere(log, change, [...chosen, ...unread.map(({ uri }) => uri)]);
				return [...reported(log, chosen), ...unread, ...elsewhere];
			});
			const report = createReport({
				files: logs.reduce((sum, log) => sum + log.size, 0),
				checked: logs.flatMap(log =>
					log.documents().flatMap(({ uri }) => (isNamed(uri, named) ? [{ uri, root: log.root }] : [])),
				),
				findings,
				coverage: summarizeCoverage(logs.flatMap(log => log.coverage().filter(({ uri }) => isNamed(uri, named)))),
				maxWarnings: options.maxWarnings,
			});
			reportDialects(host, logs);
			if (findings.length === 0) {
				await refuseNothing(host, logs, named);
			}
			await writeOutputs(host, requested, report, logs);
			warnDialects(host, logs);
			done(fails(report) ? 1 : 0);
		});
	for (const option of options) {
		command.addOption(option);
	}
	return command;
};

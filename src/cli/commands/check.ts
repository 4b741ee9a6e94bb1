import { Command } from 'commander';
import { type BaselineOptions, baselineOptions, requireBaselines, writeBaselines } from '../baseline.ts';
import { checkLogs } from '../check-logs.ts';
import { reportDialects, warnDialects } from '../dialects.ts';
import { type DisplayOptions, displayOptions } from '../display-options.ts';
import { examples } from '../examples.ts';
import {
	configuredRoot,
	type InspectOptions,
	inspectOptions,
	printConfigurations,
	printFiles,
	selectLogs,
} from '../inspect.ts';
import { refuseNothing } from '../nothing-read.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, count, setClock, setDialect } from '../options.ts';
import { outputOptions, writeOutputs } from '../outputs.ts';
import { partlyStaged } from '../partly-staged.ts';
import { createReport, fails } from '../report.ts';
import { allowEmpty, requireDocuments, warnOfLooseRecords } from '../require-documents.ts';
import { chooseDocuments } from '../scope.ts';
import { selectVersions, type VersionOptions, versionOptions } from '../version-options.ts';
import type { BuildCommand } from './command.ts';

interface Options extends VersionOptions, BaselineOptions, InspectOptions, DisplayOptions {
	readonly maxWarnings?: number;
	readonly allowEmpty?: true;
	readonly now?: number;
	readonly dialect?: string;
}

export const checkCommand: BuildCommand = (host, done) => {
	const { options, outputs } = outputOptions();
	const command = new Command('check')
		.description('Check a log and print its findings.')
		.argument('[paths...]', 'folders or files; for files, also reports what they break in other files (default: .)')
		.option('--max-warnings <n>', 'exit with 1 if there are more warnings', count)
		.addOption(allowEmpty())
		.addOption(setDialect())
		.addOption(setClock())
		.addHelpText(
			'after',
			'\nExit codes: 0 without errors, 1 with errors or too many warnings, 2 if the check could not run or found no document. Findings of the levels info\nand hint never change the exit code.',
		)
		.addHelpText(
			'after',
			examples(
				'incident-log check',
				'incident-log check incidents/2024-08-26-disk.yaml',
				'incident-log check --staged',
				'incident-log check --since origin/main --format github',
			),
		)
		.action(async (paths: string[], options: Options) => {
			const requested = outputs();
			const root = configuredRoot(host, options);
			const inLog = root === undefined || paths.length > 0 ? paths : [host.toPath(root)];
			const versions = await selectVersions(host, options, inLog);
			const opened = await openLogs(host, versions.paths, {
				clock: clockAt(options.now, host.clock),
				dialect: options.dialect,
				usesBaselines: options.baseline,
				checksAll: true,
				versions,
			}).finally(versions.close);
			const { change, ...named } = opened;
			const logs = selectLogs(host, opened.logs, options);
			requireBaselines(host, logs);
			if (!options.allowEmpty) {
				requireDocuments(host, opened);
			}
			const chosen = chooseDocuments(logs, named, versions.onlyChanged ? change : undefined);
			if (options.listFiles) {
				return printFiles(host, chosen);
			}
			if (options.printConfig) {
				const isJson = requested.some(({ name }) => name === 'json');
				return printConfigurations(host, logs, isJson ? 'json' : 'yaml', options.dialect);
			}
			writeBaselines(host, chosen, named, options);
			const report = createReport({ ...checkLogs(chosen, named, change), maxWarnings: options.maxWarnings });
			reportDialects(host, logs);
			warnOfLooseRecords(host, opened);
			if (!options.allowEmpty && report.findings.length === 0 && (change === undefined || change.isEmpty)) {
				await refuseNothing({ ...host, environment: versions.now }, logs, named);
			}
			await writeOutputs(host, requested, report, {
				logs,
				paths,
				display: options,
				checkedVersion: versions.checkedVersion,
				partlyStaged: versions.checkedVersion === 'index' ? await partlyStaged(host.environment, report.findings) : [],
			});
			warnDialects(host, logs);
			done(fails(report) ? 1 : 0);
		});
	for (const option of [
		...versionOptions(),
		...options,
		...displayOptions(),
		...baselineOptions(),
		...inspectOptions(),
	]) {
		command.addOption(option);
	}
	return command;
};

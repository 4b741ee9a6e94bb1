import { Command, Option } from 'commander';
import { coverageFormats } from '../coverage-formats.ts';
import { warnDialects } from '../dialects.ts';
import { examples } from '../examples.ts';
import { refuseNothing } from '../nothing-read.ts';
import { openLogs } from '../open-logs.ts';
import { setDialect } from '../options.ts';
import { isNamed } from '../scope.ts';
import { wantsColour } from '../style.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly format: 'pretty' | 'json';
	readonly all?: true;
	readonly dialect?: string;
}

const DEFAULT_COLUMNS = 120;

export const coverageCommand: BuildCommand = host =>
	new Command('coverage')
		.description('Show what was understood of each record, worst first.')
		.argument('[paths...]', 'folders or files (default: .)')
		.addOption(new Option('--format <name>', 'output format').choices(['pretty', 'json']).default('pretty'))
		.option('--all', 'list records of which everything was understood, too')
		.addOption(setDialect())
		.addHelpText('after', examples('incident-log coverage', 'incident-log coverage docs/postmortems --all'))
		.action(async (paths: string[], { format, all, dialect }: Options) => {
			const { logs, ...named } = await openLogs(host, paths, { clock: host.clock, dialect });
			await refuseNothing(host, logs, named);
			const records = logs.flatMap(log =>
				log
					.coverage()
					.filter(({ uri }) => isNamed(uri, named))
					.map(record => ({ ...record, document: log.text(record.uri) })),
			);
			host.out.write(
				coverageFormats[format](records, {
					all: all === true,
					toPath: host.toPath,
					colour: wantsColour(host, host.out),
					columns: host.out.columns ?? DEFAULT_COLUMNS,
				}),
			);
			warnDialects(host, logs);
		});

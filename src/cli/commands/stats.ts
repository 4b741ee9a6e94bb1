import { Command, Option } from 'commander';
import { planSite } from '../../publish/site-plan.ts';
import { statisticsOf } from '../../publish/statistics.ts';
import { examples } from '../examples.ts';
import { UsageError } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, setClock } from '../options.ts';
import { requireDocuments } from '../require-documents.ts';
import { statisticsFormats } from '../statistics-formats.ts';
import { wantsColour } from '../style.ts';
import { warnUnread } from '../unread.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly format: keyof typeof statisticsFormats;
	readonly now?: number;
}

export const statsCommand: BuildCommand = (host, done) =>
	new Command('stats')
		.description('Show incidents by level, medians of lengths and intervals, components, and action items of a log.')
		.argument('[path]', 'the folder of a log', '.')
		.addOption(new Option('--format <name>', 'output format').choices(Object.keys(statisticsFormats)).default('pretty'))
		.addOption(setClock())
		.addHelpText('after', examples('incident-log stats', 'incident-log stats --format json'))
		.action(async (path: string, { format, now }: Options) => {
			const opened = await openLogs(host, [path], { clock: clockAt(now, host.clock) });
			requireDocuments(host, opened);
			const [log, other] = opened.logs;
			if (log === undefined || other !== undefined) {
				throw new UsageError(`\`${path}\` contains ${opened.logs.length} logs. Expected the folder of one log.`);
			}
			const statistics = statisticsOf(log, planSite(log));
			const text = statisticsFormats[format](statistics, { colour: wantsColour(host, host.out), toPath: host.toPath });
			if (format === 'json') {
				host.out.writeData(String(text));
			} else {
				host.out.write(text);
			}
			done(warnUnread(host, opened.logs));
		});

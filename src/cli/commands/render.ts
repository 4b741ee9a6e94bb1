import { Command, Option } from 'commander';
import type { BulletinPage } from '../../bulletin/model.ts';
import { publishedPage, weekPage } from '../../bulletin/page.ts';
import { renderStandalone } from '../../bulletin/standalone.ts';
import type { Definition } from '../../core/definition.ts';
import { weekOf } from '../../core/week.ts';
import type { OnDefect } from '../../log/defect.ts';
import type { Log } from '../../log/log.ts';
import { examples } from '../examples.ts';
import { UsageError } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, date, setClock } from '../options.ts';
import { warnUnread } from '../unread.ts';
import { writeOutputFile } from '../write-output-file.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly format: string;
	readonly out?: string;
	readonly week?: string;
	readonly now?: number;
}

/** Output formats, by the value of `--format`. */
const formats: ReadonlyMap<string, (page: BulletinPage, onDefect: OnDefect) => string> = new Map([
	['html', renderStandalone],
]);

export const renderCommand: BuildCommand = (host, done) =>
	new Command('render')
		.description('Render the page of a bulletin, a week, a record or a postmortem.')
		.argument('[path]', "a document, or the folder of a log for the log's latest bulletin", '.')
		.addOption(new Option('--format <name>', 'output format').choices([...formats.keys()]).default('html'))
		.option('-o, --out <file>', 'write to a file instead of standard output')
		.option('--week <date>', 'render the week that contains a date, from the records', date)
		.addOption(setClock())
		.addHelpText(
			'after',
			examples('incident-log render --week 2024-08-28 --out week.html', 'incident-log render bulletins/2024-08-31.md'),
		)
		.action(async (path: string, options: Options) => {
			const { logs, files } = await openLogs(host, [path], { clock: clockAt(options.now, host.clock) });
			const [file] = files;
			const page =
				options.week === undefined
					? file === undefined
						? pageOfLatest(logs, host.onDefect)
						: pageOfFile(logs, file, host.onDefect)
					: pageOfWeek(logs, options.week, host.onDefect);
			if (page === undefined) {
				throw new UsageError(`Nothing to render: \`${path}\`. Expected a document of a log, or a log with a bulletin.`);
			}
			done(warnUnread(host, logs));
			const text = formats.get(options.format)?.(page, host.onDefect) ?? '';
			if (options.out === undefined) {
				host.out.writeData(text);
			} else {
				writeOutputFile(host, logs, options.out, text);
			}
		});

function pageOfFile(logs: readonly Log[], uri: string, onDefect: OnDefect): BulletinPage | undefined {
	const log = logs.find(log => log.document(uri) !== undefined);
	const document = log?.document(uri);
	return log && document && publishedPage({ ...request(log, onDefect), document });
}

function pageOfLatest(logs: readonly Log[], onDefect: OnDefect): BulletinPage | undefined {
	const bulletins = logs.flatMap(log =>
		log.documents().flatMap(document => {
			const date = document.bulletin?.date?.value.toString();
			return date === undefined ? [] : [{ log, document, date }];
		}),
	);
	const [latest] = bulletins.sort((one, other) => (one.date > other.date ? -1 : 1));
	return latest && publishedPage({ ...request(latest.log, onDefect), document: latest.document });
}

function pageOfWeek([log]: readonly Log[], date: string, onDefect: OnDefect): BulletinPage | undefined {
	if (log === undefined) {
		return undefined;
	}
	const { last } = weekOf(date, log.configuration.weekEndsOn);
	return weekPage({ ...request(log, onDefect), endsOn: last.toString(), base: `${log.root}/` });
}

function request(log: Log, onDefect: OnDefect) {
	return {
		log: log.view,
		documentAt: (uri: string) => log.document(uri),
		referencesTo: (definition: Definition) => log.referencesTo(definition),
		audience: 'readers' as const,
		onDefect,
	};
}

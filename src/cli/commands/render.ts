import { Command, Option } from 'commander';
import { bulletinPage, publishedPage, weekPage } from '../../bulletin/page.ts';
import { compareText } from '../../core/compare-text.ts';
import { weekEndingOn, weekOf } from '../../core/week.ts';
import type { Clock } from '../../log/environment.ts';
import type { Log } from '../../log/log.ts';
import { publishedRequest } from '../../publish/page-request.ts';
import { publicLog } from '../../publish/public-log.ts';
import { planOfDocument, planOfWeek } from '../../publish/selection.ts';
import { examples } from '../examples.ts';
import { type CommandHost, UsageError } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, date, setClock } from '../options.ts';
import { RENDER_FORMATS, type RenderedPage, renderAs } from '../render-formats.ts';
import { warnUnread } from '../unread.ts';
import { writeOutputFile } from '../write-output-file.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly format: (typeof RENDER_FORMATS)[number];
	readonly out?: string;
	readonly week?: string;
	readonly now?: number;
}

export const renderCommand: BuildCommand = (host, done) =>
	new Command('render')
		.description('Render the page of a bulletin, a week, a record or a postmortem, without internal parts and fields.')
		.argument('[what]', 'a document, an id, a date of a week, or the folder of a log for its latest bulletin', '.')
		.addOption(new Option('--format <name>', 'output format').choices(RENDER_FORMATS).default('html'))
		.option('-o, --out <file>', 'write to a file instead of standard output')
		.option('--week <date>', 'render the week that contains a date, from the records', date)
		.addOption(setClock())
		.addHelpText(
			'after',
			examples(
				'incident-log render 2024-08-28 --out week.html',
				'incident-log render 2024-08-26-lease-acquisition --format markdown',
				'incident-log render bulletins/2024-08-31.md --format png --out week.png',
			),
		)
		.action(async (what: string, options: Options) => {
			if (options.format === 'png' && options.out === undefined) {
				throw new UsageError('No file for the image. Expected `--out` for the format `png`.');
			}
			const isPath = (await host.environment.stat(host.toUri(what))).type !== 'absent';
			const day = options.week ?? (isPath ? undefined : dateIn(what));
			const id = isPath || day !== undefined ? undefined : what;
			const clock = clockAt(options.now, host.clock);
			const { logs, files } = await openLogs(host, [isPath || isFileName(what) ? what : '.'], { clock });
			const [file] = files;
			const rendered =
				day !== undefined
					? pageOfWeek(host, logs, day, clock)
					: id !== undefined && file === undefined
						? pageOfId(host, logs, id, clock)
						: file === undefined
							? pageOfLatest(host, logs, clock)
							: pageOfFile(host, logs, file, clock);
			if (rendered === undefined) {
				throw new UsageError(
					`Nothing to render: \`${what}\`. Expected a document or an id of a log, or a log with a bulletin.`,
				);
			}
			done(warnUnread(host, logs));
			const content = await renderAs(options.format, rendered);
			if (options.out !== undefined) {
				writeOutputFile(host, logs, options.out, content);
			} else if (typeof content === 'string') {
				host.out.writeData(content);
			}
		});

/** A path that does not exist is reported as such, and not searched as an id. */
function isFileName(what: string): boolean {
	return /[\\/]|\.(?:md|ya?ml)$/i.test(what);
}

function dateIn(text: string): string | undefined {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : undefined;
}

function pageOfId(host: CommandHost, logs: readonly Log[], id: string, clock: Clock): RenderedPage | undefined {
	const found = logs.flatMap(log => log.view.byId(id).map(({ uri }) => ({ log, uri })))[0];
	return found && pageOfFile(host, [found.log], found.uri, clock);
}

function pageOfFile(host: CommandHost, logs: readonly Log[], uri: string, clock: Clock): RenderedPage | undefined {
	const log = logs.find(each => each.has(uri));
	if (log === undefined) {
		return undefined;
	}
	const open = publicLog(log, clock);
	const withheld = open.withheld.find(each => each.uri === uri);
	if (withheld !== undefined) {
		throw new UsageError(
			`\`${host.toPath(uri)}\` is not published (${withheld.reason}). Expected a published document.`,
		);
	}
	const document = open.log.document(uri);
	const request = publishedRequest(open.log, host.onDefect);
	const page = document && publishedPage({ ...request, document });
	return page === undefined || document === undefined
		? undefined
		: {
				log: open.log,
				page,
				weekPage: bulletinPage({ ...request, document }),
				plan: () => (page.to === '' ? planOfDocument(open.log, uri) : planOfWeek(open.log, weekEndingOn(page.to))),
				onDefect: host.onDefect,
			};
}

function pageOfLatest(host: CommandHost, logs: readonly Log[], clock: Clock): RenderedPage | undefined {
	const bulletins = logs.flatMap(log =>
		log.documents().flatMap(({ uri }) => {
			const day = log.definitionsOf(uri).find(({ kind }) => kind === 'bulletin')?.date;
			return day === undefined ? [] : [{ uri, day }];
		}),
	);
	const [latest] = bulletins.sort((one, other) => compareText(other.day, one.day));
	return latest && pageOfFile(host, logs, latest.uri, clock);
}

function pageOfWeek(host: CommandHost, [log]: readonly Log[], day: string, clock: Clock): RenderedPage | undefined {
	if (log === undefined) {
		return undefined;
	}
	const open = publicLog(log, clock).log;
	const week = weekOf(day, log.configuration.weekEndsOn);
	const page = weekPage({
		...publishedRequest(open, host.onDefect),
		endsOn: week.last.toString(),
		base: `${log.root}/`,
	});
	return page && { log: open, page, weekPage: page, plan: () => planOfWeek(open, week), onDefect: host.onDefect };
}

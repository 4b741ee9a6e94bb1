import { Command, Option } from 'commander';
import { version } from '../../../package.json';
import { compareText } from '../../core/compare-text.ts';
import { publicLog } from '../../publish/public-log.ts';
import { siteFiles } from '../../publish/site.ts';
import { examples } from '../examples.ts';
import { type CommandHost, UsageError } from '../host.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, setClock } from '../options.ts';
import { stopOnErrors } from '../publish-gate.ts';
import { requireDocuments } from '../require-documents.ts';
import { SiteFolder } from '../site-folder.ts';
import { warnUnread } from '../unread.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly out: string;
	readonly withErrors?: true;
	readonly now?: number;
}

export const buildCommand: BuildCommand = (host, done) =>
	new Command('build')
		.description('Build a static site of a log: an index, a page for each week and record, feeds.')
		.argument('[path]', 'the folder of a log', '.')
		.addOption(new Option('-o, --out <folder>', 'folder of the site').makeOptionMandatory())
		.option('--with-errors', 'publish despite errors')
		.addOption(setClock())
		.addHelpText(
			'after',
			'\nWrites changed files only, and removes only files of an earlier build. Exit codes: 0 if the site is built, 1 if errors in published\ndocuments prevent it, 2 if the build could not run.',
		)
		.addHelpText('after', examples('incident-log build --out site', 'incident-log build --out site --with-errors'))
		.action(async (path: string, options: Options) => {
			const clock = clockAt(options.now, host.clock);
			const opened = await openLogs(host, [path], { clock });
			requireDocuments(host, opened);
			const [log, other] = opened.logs;
			if (log === undefined || other !== undefined) {
				throw new UsageError(`\`${path}\` contains ${opened.logs.length} logs. Expected the folder of one log.`);
			}
			const unread = warnUnread(host, opened.logs);
			const open = publicLog(log, clock);
			const published = open.log.documents().map(({ uri }) => uri);
			if (stopOnErrors(host, log, published, options.withErrors === true)) {
				return done(1);
			}
			const folder = await SiteFolder.open(host, options.out, log.root);
			const files = siteFiles(open.log, { version, onDefect: host.onDefect });
			const { written, unchanged, obsolete } = await folder.update(files);
			host.out.write(
				`Built ${files.length} files in \`${host.toPath(folder.uri)}\`: ${written} written, ${unchanged} unchanged, ${obsolete.length} removed.\n`,
			);
			printWithheld(host, open.withheld);
			done(unread);
		});

/** The number of documents that are named; others are counted. */
const MAX_NAMED = 10;

function printWithheld(host: CommandHost, withheld: ReturnType<typeof publicLog>['withheld']): void {
	const sorted = [...withheld].sort((one, other) => compareText(one.uri, other.uri));
	for (const { uri, reason } of sorted.slice(0, MAX_NAMED)) {
		host.out.write(`Not published: \`${host.toPath(uri)}\` (${reason})\n`);
	}
	if (sorted.length > MAX_NAMED) {
		host.out.write(`Not published: ${sorted.length - MAX_NAMED} more\n`);
	}
}

import { Command, Option } from 'commander';
import { newBulletin } from '../../authoring/new/new-bulletin.ts';
import { type NewFile, NewFileError } from '../../authoring/new/new-file.ts';
import { newIncident } from '../../authoring/new/new-incident.ts';
import { newPostmortem } from '../../authoring/new/new-postmortem.ts';
import { type RecordFormat, takesNativeRecords } from '../../authoring/target.ts';
import type { Definition } from '../../core/definition.ts';
import type { Log } from '../../log/log.ts';
import { examples } from '../examples.ts';
import { type CommandHost, UsageError } from '../host.ts';
import { refuseNothing } from '../nothing-read.ts';
import { openLogs } from '../open-logs.ts';
import { clockAt, date, instant, setClock } from '../options.ts';
import { warnUnread } from '../unread.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly log: string;
	readonly dryRun?: true;
	readonly now?: number;
}

interface IncidentOptions extends Options {
	readonly impact?: string;
	readonly startedAt?: number;
	readonly resolvedAt?: number;
	readonly component?: readonly string[];
	readonly format?: RecordFormat;
}

interface BulletinOptions extends Options {
	readonly week?: string;
}

const MORE = `
The file is written where the log has its newest file of the kind, in the log's time zone and with an id of its pattern.
An existing file is never overwritten.`;

export const newCommand: BuildCommand = host => {
	const command = new Command('new').description('Create an incident record, a postmortem or a bulletin.');
	const add = (name: string, description: string) =>
		command
			.command(name)
			.description(description)
			.option('--log <folder>', 'folder of the log', '.')
			.option('--dry-run', 'print the file without writing it')
			.addOption(setClock());
	add('incident <title>', 'Create the record of an incident.')
		.option('--impact <level>', 'impact level of the log')
		.addOption(new Option('--started-at <instant>', 'start (RFC 3339; default: now)').argParser(instant))
		.addOption(new Option('--resolved-at <instant>', 'end (RFC 3339)').argParser(instant))
		.option('--component <id...>', 'components of the log')
		.addOption(new Option('--format <name>', 'format (default: that of most records)').choices(['yaml', 'markdown']))
		.action((title: string, { component, ...options }: IncidentOptions) =>
			create(host, options, log =>
				newIncident(log, { ...options, title, ...(component !== undefined && { components: component }) }),
			),
		);
	add('postmortem <incident>', 'Create the postmortem of an incident, as a draft.').action(
		(id: string, options: Options) => create(host, options, log => newPostmortem(log, incidentOf(log, id))),
	);
	add('bulletin', 'Create the bulletin of a week.')
		.addOption(new Option('--week <date>', 'a day of the week (default: today)').argParser(date))
		.action((options: BulletinOptions) =>
			create(host, options, log => {
				const today = log.view.now().toZonedDateTimeISO(log.configuration.timeZone).toPlainDate();
				return newBulletin(log, options.week ?? today);
			}),
		);
	return command
		.addHelpText('after', MORE)
		.addHelpText(
			'after',
			examples(
				'incident-log new incident "Disk full on the job queue" --impact major',
				'incident-log new incident "Sign-in slow" --started-at 2024-08-26T09:30:00Z --component login',
				'incident-log new postmortem 2024-08-26-disk-full',
				'incident-log new bulletin --week 2024-08-28',
			),
		);
};

async function create(host: CommandHost, options: Options, build: (log: Log) => NewFile): Promise<void> {
	const log = await openLog(host, options);
	const { uri, text } = built(() => build(log));
	if (!options.dryRun) {
		host.writeFile(uri, text, { expected: 'absent', within: log.root });
	}
	host.out.write(`${host.toPath(uri)}\n`);
	if (options.dryRun) {
		host.out.write(`${text.replace(/^(?=.)/gm, '  ')}`);
	}
}

/** The one log of the named folder. */
async function openLog(host: CommandHost, { log: folder, now }: Options): Promise<Log> {
	const { logs, ...named } = await openLogs(host, [folder], { clock: clockAt(now, host.clock) });
	const [log, second] = logs;
	if (log === undefined) {
		await refuseNothing(host, logs, named);
		throw new UsageError(`No log found in \`${folder}\`. Expected an \`incident-log.yaml\`.`);
	}
	if (second !== undefined) {
		const roots = logs.map(({ root }) => `\`${host.toPath(root)}\``).join(', ');
		throw new UsageError(`Several logs in \`${folder}\`: ${roots}. Expected \`--log\` with one of them.`);
	}
	warnUnread(host, logs);
	if (!takesNativeRecords(log)) {
		throw new UsageError(
			`Unsupported dialect \`${log.configuration.dialect}\` of the log. Expected a log of native records.`,
		);
	}
	return log;
}

function built(build: () => NewFile): NewFile {
	try {
		return build();
	} catch (error) {
		throw error instanceof NewFileError ? new UsageError(error.message) : error;
	}
}

function incidentOf(log: Log, id: string): Definition {
	const [incident] = log.view.byId(id, 'incident');
	if (incident !== undefined) {
		return incident;
	}
	const [likely] = log.view.nearestIds(id);
	throw new UsageError(
		`Unknown incident \`${id}\`. Expected ${likely === undefined ? 'the id of an incident of the log' : `\`${likely}\``}.`,
	);
}

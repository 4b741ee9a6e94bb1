import { Command } from 'commander';
import { describeNoRecord } from '../../authoring/describe-files.ts';
import { describeFolders, describeFound, describeReading } from '../../authoring/describe-proposal.ts';
import { type Proposal, propose } from '../../authoring/propose.ts';
import { proposeStarter } from '../../authoring/starter.ts';
import { CONFIGURATION_FILE, CONFIGURATION_FILES } from '../../core/document-kind.ts';
import { childUri } from '../../core/uri/uri.ts';
import { readTexts } from '../../log/read-texts.ts';
import { examples } from '../examples.ts';
import { type CommandHost, UsageError } from '../host.ts';
import { paint, wantsColour } from '../style.ts';
import { StyledText } from '../styled-text.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly yes?: true;
}

/** Folders of records that are listed. */
const MAX_FOLDERS = 10;

const MORE = `
Looks at the Markdown and YAML files of the folder, recognises incident records, postmortems and bulletins by name and
content, and proposes an incident-log.yaml that reads them: folders, dialect, time zone, impact levels, components, and the
labels and headings that only these records have. Shows what is understood of the records with it. In a folder without
records, proposes the configuration of a new log in the time zone of this machine. Writes the file if you confirm, or with
--yes. Changes no other file.

Exit codes: 0 if a configuration was proposed, 2 if there is one already, or if the files have one form and none is a
record.`;

export const initCommand: BuildCommand = host =>
	new Command('init')
		.description('Propose a configuration for the records that are there, or for a new log.')
		.argument('[folder]', 'root of the log (default: .)')
		.option('-y, --yes', 'write the configuration without asking')
		.addHelpText('after', MORE)
		.addHelpText('after', examples('incident-log init', 'incident-log init docs --yes'))
		.action(async (folder: string | undefined, { yes }: Options) => {
			const root = await existingFolder(host, folder ?? '.');
			const texts = await readTexts(host, root);
			const uri = childUri(root, CONFIGURATION_FILE);
			const proposal = propose(root, texts, host.clock);
			const shown = proposal ? aboutRecords(proposal) : aboutNewLog(texts, host.timeZone);
			print(host, uri, shown);
			if (yes || (await host.confirm(`Write ${host.toPath(uri)}?`))) {
				host.writeFile(uri, shown.text, { expected: 'absent' });
				host.out.write(`Written: ${host.toPath(uri)}. \`incident-log check\` uses it.\n`);
			} else {
				host.out.write('Not written. `incident-log init --yes` writes it.\n');
			}
		});

async function existingFolder(host: CommandHost, folder: string): Promise<string> {
	const stat = await host.environment.stat(host.toUri(folder));
	if (stat.type !== 'folder') {
		throw new UsageError(`Folder not found: \`${folder}\`.`);
	}
	for (const name of CONFIGURATION_FILES) {
		const { type } = await host.environment.stat(childUri(stat.realUri, name));
		if (type !== 'absent') {
			throw new UsageError(
				`Existing configuration \`${host.toPath(childUri(stat.realUri, name))}\`. Expected a folder without one.`,
			);
		}
	}
	return stat.realUri;
}

/** A configuration to show, with the lines above and below it. */
interface Shown {
	readonly text: string;
	readonly head: readonly string[];
	readonly reading: string;
}

function aboutRecords(proposal: Proposal): Shown {
	const folders = describeFolders(proposal);
	return {
		text: proposal.text,
		head: [
			`Found ${describeFound(proposal)}${folders.length > 0 ? ':' : '.'}`,
			...folders.slice(0, MAX_FOLDERS).map(line => `  ${line}`),
			...(folders.length > MAX_FOLDERS ? [`  … ${folders.length - MAX_FOLDERS} more`] : []),
		],
		reading: describeReading(proposal),
	};
}

/** Refuses a folder whose files have one form: these may be records, and a new log would hide that none is read. */
function aboutNewLog(files: ReadonlyMap<string, string>, timeZone: string): Shown {
	const { text, isNewLog, found, next } = proposeStarter(files, timeZone);
	if (!isNewLog) {
		throw new UsageError(describeNoRecord(files));
	}
	return { text, head: [found], reading: next };
}

function print(host: CommandHost, uri: string, { text, head, reading }: Shown): void {
	const style = paint(wantsColour(host, host.out));
	const lines = [
		...head,
		'',
		style.bold(host.toPath(uri)),
		...text
			.trimEnd()
			.split('\n')
			.map(line => (line.startsWith('#') ? style.dim(`  ${line}`) : `  ${line}`)),
		'',
		reading,
		'',
	];
	host.out.write(StyledText.join(lines, '\n'));
	host.out.write('\n');
}

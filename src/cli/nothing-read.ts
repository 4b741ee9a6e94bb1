import { describeFiles } from '../authoring/describe-files.ts';
import { RECORD_KINDS } from '../core/record-folders.ts';
import { configurationOf, isConfiguration } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import { readTexts } from '../log/read-texts.ts';
import { type CommandHost, UsageError } from './host.ts';
import type { NamedPaths } from './named-paths.ts';

/** Files that are read. */
const MAX_FILES = 5000;

const FOLDERS = 'records in folders such as `incidents`, `postmortems` or `bulletins`';
const EXPECTED = `Expected an \`incident-log.yaml\`, or ${FOLDERS}.`;
/**
 * Throws if a run read no record: with what was found instead. A run that read nothing is never a success, except for a
 * configured log in a folder without other files, or with a configuration that states no files of any kind. Reads the
 * Markdown and YAML files in the named folders.
 */
export async function refuseNothing(host: CommandHost, logs: readonly Log[], named: NamedPaths): Promise<void> {
	const { files, folders } = named;
	const hasRecord = logs.some(log => log.documents().some(({ kind }) => kind !== 'configuration'));
	if (
		hasRecord ||
		(logs.length > 0 && logs.every(isMeantToBeEmpty)) ||
		(folders.length === 0 && [...files].every(uri => logs.some(log => log.has(uri))))
	) {
		return;
	}
	if (files.size > 0 && folders.length === 0) {
		const names = [...files].map(uri => `\`${host.toPath(uri)}\``).join(', ');
		throw new UsageError(`${files.size === 1 ? 'File' : 'Files'} in no log: ${names}. ${EXPECTED}`);
	}
	const { total, only, dialect } = describeFiles(await textsIn(host, folders));
	const [log] = logs;
	const configuration = log && configurationOf(log);
	if (log === undefined || configuration === undefined) {
		const advice = total === 0 ? '' : ' `incident-log init` proposes a configuration.';
		throw new UsageError(`No log found, ${only}. ${EXPECTED}${advice}`);
	}
	if (total > 0) {
		const isOther = dialect !== undefined && dialect !== log.configuration.dialect;
		const advice = isOther ? `Expected \`dialect: ${dialect}\`.` : `Expected ${FOLDERS}, or in \`files:\`.`;
		throw new UsageError(`No record found in the log of \`${host.toPath(configuration)}\`, ${only}. ${advice}`);
	}
}

function isMeantToBeEmpty({ configuration }: Log): boolean {
	return RECORD_KINDS.every(kind => configuration.files[kind]?.length === 0);
}

/** The texts in some folders, without configurations. */
async function textsIn(host: CommandHost, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const texts = new Map<string, string>();
	for (const folder of folders) {
		for (const [uri, text] of await readTexts(host, folder, MAX_FILES)) {
			if (!isConfiguration(uri)) {
				texts.set(uri, text);
			}
		}
	}
	return texts;
}

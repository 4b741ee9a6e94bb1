import { counted } from '../core/counted.ts';
import { configurationOf, isConfiguration } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import { detectDialect } from '../parse/dialects/detection.ts';
import { dialects } from '../parse/dialects/index.ts';
import { type CommandHost, UsageError } from './host.ts';
import type { NamedPaths } from './named-paths.ts';
import { readTexts } from './texts.ts';

/** Files that are read. */
const MAX_FILES = 5000;
/** UTF-16 units of a file in which labels are looked for. */
const HEAD_LENGTH = 2000;

const FOLDERS = 'records in folders such as `incidents`, `postmortems` or `bulletins`';
const EXPECTED = `Expected an \`incident-log.yaml\`, or ${FOLDERS}.`;
/** What a proposal of a configuration looks for. */
const EXPECTED_RECORDS =
	'Expected Markdown or YAML files that state when an incident began, how severe it was, or what happened when.';

/**
 * Throws if a run read no record: with what was found instead. A run that read nothing is never a success, except for a
 * configured log in a folder without other files. Reads the Markdown and YAML files in the named folders.
 */
export async function refuseNothing(host: CommandHost, logs: readonly Log[], named: NamedPaths): Promise<void> {
	const { files, folders } = named;
	const hasRecord = logs.some(log => log.documents().some(({ kind }) => kind !== 'configuration'));
	if (hasRecord || (folders.length === 0 && [...files].every(uri => logs.some(log => log.document(uri))))) {
		return;
	}
	if (files.size > 0 && folders.length === 0) {
		const names = [...files].map(uri => `\`${host.toPath(uri)}\``).join(', ');
		throw new UsageError(`${files.size === 1 ? 'File' : 'Files'} in no log: ${names}. ${EXPECTED}`);
	}
	const { total, seen, dialect } = await lookAt(host, folders);
	const only = total === 0 ? `and no ${seen}` : `only ${seen}`;
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

/** The message of a proposal for a folder without records. */
export async function describeNoRecord(host: CommandHost, root: string): Promise<string> {
	const { total, seen } = await lookAt(host, [root]);
	return `No record found, ${total === 0 ? `and no ${seen}` : `only ${seen}`}. ${EXPECTED_RECORDS}`;
}

interface Seen {
	/** Number of Markdown and YAML files. */
	readonly total: number;
	/** These files in words. */
	readonly seen: string;
	/** The dialect of most of them. */
	readonly dialect: string | undefined;
}

async function lookAt(host: CommandHost, folders: readonly string[]): Promise<Seen> {
	const texts: string[] = [];
	for (const folder of folders) {
		for (const [uri, text] of await readTexts(host, folder, MAX_FILES)) {
			if (!isConfiguration(uri)) {
				texts.push(text);
			}
		}
	}
	const total = texts.length;
	if (total === 0) {
		return { total, seen: 'YAML or Markdown file', dialect: undefined };
	}
	const head = commonest(texts.flatMap(text => headOf(text.slice(0, HEAD_LENGTH)) ?? []));
	const dialect = commonest(texts.flatMap(text => detectDialect(dialects, text) ?? []));
	if (dialect && dialect.count * 2 >= total) {
		const { title, name } = dialect.value;
		return { total, seen: `${counted(dialect.count, 'file')} of ${total} in the form of ${title}`, dialect: name };
	}
	const seen =
		head === undefined
			? counted(total, 'YAML or Markdown file')
			: `${counted(head.count, 'file')} of ${total} ${head.count === 1 ? 'begins' : 'begin'} with ${head.value}`;
	return { total, seen, dialect: undefined };
}

function commonest<Value>(values: readonly Value[]): { readonly value: Value; readonly count: number } | undefined {
	const counts = new Map<Value, number>();
	for (const value of values) {
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const [first] = [...counts].sort(([, one], [, other]) => other - one);
	return first && { value: first[0], count: first[1] };
}

const LABEL = /^(?:[-*>][ \t])?(?:\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,30})(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]|$)/u;

/** The first two labels of a head, as in "`Title:` and `Date:` lines"; undefined without two. */
function headOf(text: string): string | undefined {
	const lines = text.split(/\r?\n/u);
	if (/^-[ \t]+[\w-]+:/u.test(lines.find(line => line.trim() !== '' && !line.startsWith('#')) ?? '')) {
		return 'a list of records; a file contains one record';
	}
	const isFrontMatter = lines[0] === '---';
	const labels = lines.slice(isFrontMatter ? 1 : 0, 20).flatMap(line => LABEL.exec(line)?.[1] ?? []);
	const [first, second] = labels;
	return first === undefined || second === undefined
		? undefined
		: isFrontMatter
			? `front matter that has \`${first}:\` and \`${second}:\``
			: `\`${first}:\` and \`${second}:\` lines`;
}

import { counted } from './counted.ts';
import type { CommandHost } from './host.ts';
import type { NamedPaths } from './named-paths.ts';
import { readTexts } from './texts.ts';

/** Files whose first lines are read. */
const MAX_FILES = 5000;
/** UTF-16 units of a file that are looked at. */
const HEAD_LENGTH = 2000;

const EXPECTED =
	'Expected an `incident-log.yaml`, or records in folders such as `incidents`, `postmortems` or `bulletins`.';

/**
 * The message of a run that found no document: what was found instead. A run that read nothing is never a success. Reads
 * the first lines of the Markdown and YAML files in the named folders.
 */
export async function describeNothing(host: CommandHost, { files, folders }: NamedPaths): Promise<string> {
	if (files.size > 0 && folders.length === 0) {
		const names = [...files].map(uri => `\`${host.toPath(uri)}\``).join(', ');
		return `${files.size === 1 ? 'File' : 'Files'} in no log: ${names}. ${EXPECTED}`;
	}
	const heads = new Map<string, number>();
	let total = 0;
	for (const folder of folders) {
		for (const text of (await readTexts(host, folder, MAX_FILES)).values()) {
			total++;
			const head = headOf(text.slice(0, HEAD_LENGTH));
			if (head !== undefined) {
				heads.set(head, (heads.get(head) ?? 0) + 1);
			}
		}
	}
	const [commonest] = [...heads].sort(([, one], [, other]) => other - one);
	const seen =
		total === 0
			? 'no YAML or Markdown file'
			: commonest === undefined
				? counted(total, 'YAML or Markdown file')
				: `${counted(commonest[1], 'file')} of ${total} ${commonest[1] === 1 ? 'begins' : 'begin'} with ${commonest[0]}`;
	const advice = total === 0 ? '' : ' `incident-log init` proposes a configuration.';
	return `No log found, only ${seen}. ${EXPECTED}${advice}`.replace('only no ', 'and no ');
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

import { parentUri } from '../core/uri/uri.ts';
import { contentOfResult, MAX_BYTES } from '../log/content.ts';
import { IgnoreRules } from '../log/ignore-rules.ts';
import { DEFAULT_LIMITS, walk } from '../log/walk.ts';
import { counted } from './counted.ts';
import type { CommandHost } from './host.ts';
import type { NamedPaths } from './named-paths.ts';

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
		for (const uri of await candidatesIn(host, folder)) {
			total++;
			const content = total > MAX_FILES ? undefined : await host.environment.read(uri, MAX_BYTES);
			const text = content === undefined || content.type === 'absent' ? undefined : contentOfResult(content);
			const head = typeof text === 'string' ? headOf(text.slice(0, HEAD_LENGTH)) : undefined;
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

async function candidatesIn({ environment, clock }: CommandHost, folder: string): Promise<readonly string[]> {
	const { files } = await walk({
		environment,
		root: folder,
		folder,
		clock,
		limits: DEFAULT_LIMITS,
		rules: new IgnoreRules(),
		isInRepository: parentUri(folder) !== undefined,
		onBatch: () => undefined,
	});
	return files;
}

const LABEL = /^(?:[-*>][ \t])?(?:\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,30})(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]|$)/u;

/** The first two labels of a head, as in "`Title:` and `Date:` lines"; undefined without two. */
function headOf(text: string): string | undefined {
	const lines = text.split(/\r?\n/u);
	const isFrontMatter = lines[0] === '---';
	const labels = lines.slice(isFrontMatter ? 1 : 0, 20).flatMap(line => LABEL.exec(line)?.[1] ?? []);
	const [first, second] = labels;
	return first === undefined || second === undefined
		? undefined
		: isFrontMatter
			? `front matter that has \`${first}:\` and \`${second}:\``
			: `\`${first}:\` and \`${second}:\` lines`;
}

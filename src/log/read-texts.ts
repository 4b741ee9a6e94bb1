import { isCandidate } from '../core/record-files.ts';
import { nameOf } from '../core/uri/uri.ts';
import { contentOfResult, MAX_BYTES } from './content.ts';
import type { Clock, Environment } from './environment.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { repositoryOf } from './repository.ts';
import { DEFAULT_LIMITS, walk } from './walk.ts';

interface Files {
	readonly environment: Environment;
	/** Limits the time of the search. */
	readonly clock: Clock;
}

/**
 * Reads the Markdown and YAML files below a folder that could be documents by their name, whether a log contains them or
 * not. Leaves out files that Git ignores and files that are not text.
 */
export async function readTexts(
	{ environment, clock }: Files,
	root: string,
	maxFiles = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, string>> {
	const rules = new IgnoreRules();
	const repository = await repositoryOf(environment, root);
	if (repository !== undefined) {
		await rules.readAbove(environment, root, repository);
	}
	const { files } = await walk({
		environment,
		root,
		folder: root,
		clock,
		limits: DEFAULT_LIMITS,
		rules,
		isInRepository: repository !== undefined,
		onBatch: () => undefined,
	});
	const texts = new Map<string, string>();
	for (const uri of files.filter(uri => isCandidate(nameOf(uri))).slice(0, maxFiles)) {
		const result = await environment.read(uri, MAX_BYTES);
		const content = result.type === 'absent' ? undefined : contentOfResult(result);
		if (typeof content === 'string') {
			texts.set(uri, content);
		}
	}
	return texts;
}

import { describeFolders, describeFound, describeReading } from '../authoring/describe-proposal.ts';
import { propose } from '../authoring/propose.ts';
import { proposeStarter } from '../authoring/starter.ts';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';
import { childUri, normalUri } from '../core/uri/uri.ts';
import type { Clock, Environment } from '../log/environment.ts';
import { configurationUris } from '../log/kinds.ts';
import { readTexts } from '../log/read-texts.ts';

/** A configuration for a folder, to be written by the editor. */
export type LogProposal =
	/** There is one already. */
	| { readonly existing: string }
	| {
			/** The URI of the file to write. */
			readonly uri: string;
			readonly text: string;
			/** The recognised records: "24 postmortems in docs/postmortems"; null if there are none. */
			readonly found: string | null;
			/** The records of each folder, if they are in several. */
			readonly folders: readonly string[];
			/** What the configuration reads, or what the files are instead of records. */
			readonly reading: string;
	  };

interface Files {
	readonly environment: Environment;
	readonly clock: Clock;
}

/**
 * Proposes a configuration for the records in a folder, or that of a new log if there are none. `timeZone`: that of the
 * user's machine. Writes nothing.
 */
export async function proposeLog(
	folder: string,
	timeZone: string,
	{ environment, clock }: Files,
): Promise<LogProposal> {
	const root = normalUri(folder);
	for (const uri of configurationUris(root)) {
		if ((await environment.stat(uri)).type !== 'absent') {
			return { existing: uri };
		}
	}
	const uri = childUri(root, CONFIGURATION_FILE);
	const texts = await readTexts({ environment, clock }, root);
	const proposal = propose(root, texts, clock);
	if (proposal === undefined) {
		const { text, found, next } = proposeStarter(texts, timeZone);
		return { uri, text, found: null, folders: [], reading: `${found} ${next}` };
	}
	return {
		uri,
		text: proposal.text,
		found: describeFound(proposal),
		folders: describeFolders(proposal),
		reading: describeReading(proposal),
	};
}

import { describeNoRecord } from '../authoring/describe-files.ts';
import { describeFolders, describeFound, describeReading } from '../authoring/describe-proposal.ts';
import { formatProposal, NO_FIELDS } from '../authoring/proposal-text.ts';
import { propose } from '../authoring/propose.ts';
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

/** Proposes a configuration for the records in a folder, or an empty one if there are none. Writes nothing. */
export async function proposeLog(folder: string, { environment, clock }: Files): Promise<LogProposal> {
	const root = normalUri(folder);
	for (const uri of configurationUris(root)) {
		if ((await environment.stat(uri)).type !== 'absent') {
			return { existing: uri };
		}
	}
	const uri = childUri(root, CONFIGURATION_FILE);
	const texts = await readTexts({ environment, clock }, root);
	const proposal = propose(root, texts, clock);
	return proposal
		? {
				uri,
				text: proposal.text,
				found: describeFound(proposal),
				folders: describeFolders(proposal),
				reading: describeReading(proposal),
			}
		: { uri, text: formatProposal(NO_FIELDS), found: null, folders: [], reading: describeNoRecord(texts) };
}

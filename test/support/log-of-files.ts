import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { FileKinds } from '../../src/log/kinds.ts';
import { Log } from '../../src/log/log.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { readConfiguration } from '../../src/parse/records/configuration.ts';
import { throwDefect } from './defects.ts';

const CONFIGURATION = 'incident-log.yaml';

/** The root of a log in memory. */
export const ROOT = 'file:///log';

/** Texts by their path from the root, and the clock in milliseconds since 1970-01-01T00:00Z. */
export interface Files {
	readonly name: string;
	readonly now: number;
	readonly texts: Readonly<Record<string, string>>;
}

/** A log of the corpus with one file as somebody may have it while typing: a few edits at random places. */
export interface Mutated {
	readonly files: Files;
	/** The file that was edited. */
	readonly path: string;
}

/** A log over files, as the workspace would open it; files that are no documents are left out. */
export function logOfFiles({ texts, now }: Files): Log {
	const configured = texts[CONFIGURATION];
	const configuration =
		configured === undefined
			? DEFAULT_CONFIGURATION
			: readConfiguration(
					parseDocument({
						uri: `${ROOT}/${CONFIGURATION}`,
						text: configured,
						kind: 'configuration',
						configuration: DEFAULT_CONFIGURATION,
					}),
				);
	const kinds = new FileKinds(ROOT, configuration, configured !== undefined);
	const log = new Log({
		root: ROOT,
		configuration,
		clock: { now: () => now },
		onDefect: throwDefect,
		isFile: uri => uri.startsWith(`${ROOT}/`) && Object.hasOwn(texts, uri.slice(ROOT.length + 1)),
	});
	for (const [path, text] of Object.entries(texts)) {
		const uri = `${ROOT}/${path}`;
		const kind = kinds.kindOf(uri, text);
		if (kind !== undefined) {
			log.set(uri, text, kind);
		}
	}
	return log;
}

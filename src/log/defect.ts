import type { RuleCode } from '../core/finding.ts';
import { errorText } from '../core/scalar-text.ts';
import { pathWithin } from '../core/uri/uri.ts';

/** Something threw where nothing may, whatever a user wrote: a defect of this program. */
export interface Defect {
	readonly error: unknown;
	/** The document, or the file of the log, that was worked on. */
	readonly uri: string;
	readonly step: 'read' | 'check' | 'draw';
	/** The rule that threw. */
	readonly rule?: RuleCode;
}

/** Called once for each defect, in addition to its finding. What it throws itself is not caught: for tests. */
export type OnDefect = (defect: Defect) => void;

const VERBS: Readonly<Record<Defect['step'], string>> = { read: 'reading', check: 'checking', draw: 'drawing' };

/** The message of a defect, with the path of its file from a folder. */
export function defectMessage({ error, uri, step, rule }: Defect, root: string): string {
	const file = pathWithin(root, uri)?.join('/') ?? uri;
	const by = rule === undefined ? '' : ` by \`${rule}\``;
	return `Internal error while ${VERBS[step]} \`${file}\`${by}: ${errorText(error)}. Expected none: please report this defect of Incident Log.`;
}

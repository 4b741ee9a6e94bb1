import type { RuleCode } from '../core/finding.ts';
import { errorText } from '../core/scalar-text.ts';
import { pathWithin } from '../core/uri/uri.ts';

/** An exception that no input may cause: a defect of this program. */
export interface Defect {
	readonly error: unknown;
	/** The document or file that was processed. */
	readonly uri: string;
	readonly step: 'read' | 'check' | 'draw';
	/** The rule that threw. */
	readonly rule?: RuleCode;
}

/** Called once per defect, in addition to its finding. Its own exceptions are not caught, so that tests can throw. */
export type OnDefect = (defect: Defect) => void;

const VERBS: Readonly<Record<Defect['step'], string>> = { read: 'reading', check: 'checking', draw: 'drawing' };

/** The message of a defect, with the path of its file relative to `root`. */
export function defectMessage({ error, uri, step, rule }: Defect, root: string): string {
	const file = pathWithin(root, uri)?.join('/') ?? uri;
	const by = rule === undefined ? '' : ` by \`${rule}\``;
	return `Internal error while ${VERBS[step]} \`${file}\`${by}: ${errorText(error)}. Expected none: please report this defect of Incident Log.`;
}

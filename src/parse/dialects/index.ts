import type { Dialect } from '../dialect/dialect.ts';
import { clearstatus } from './clearstatus.ts';
import { cstate } from './cstate.ts';
import { icco } from './icco.ts';
import { infraLog } from './infra-log.ts';
import { keyValue } from './key-value.ts';
import { markdownHead } from './markdown-head.ts';
import { mybinder } from './mybinder.ts';
import { native } from './native.ts';
import { statusfy } from './statusfy.ts';

/** Every dialect that is known, in the order in which their signs are looked for. */
export const dialects: readonly Dialect[] = [
	native,
	infraLog,
	clearstatus,
	cstate,
	statusfy,
	icco,
	markdownHead,
	mybinder,
	keyValue,
];

const byName = new Map(dialects.map(dialect => [dialect.name, dialect]));

export function dialectNamed(name: string): Dialect | undefined {
	return byName.get(name);
}

export { native };

import { clearstatus } from './data/clearstatus.ts';
import { cstate } from './data/cstate.ts';
import { icco } from './data/icco.ts';
import { infraLog } from './data/infra-log.ts';
import { keyValue } from './data/key-value.ts';
import { markdownHead } from './data/markdown-head.ts';
import { mybinder } from './data/mybinder.ts';
import { native } from './data/native.ts';
import { statusfy } from './data/statusfy.ts';
import type { Dialect } from './dialect.ts';

/** All dialects, in the order of detection. */
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

export { markdownHead, native };

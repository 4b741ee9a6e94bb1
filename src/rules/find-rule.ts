import { rules } from './index.ts';
import type { Rule } from './rule.ts';

const byCode = new Map<string, Rule>(rules.map(rule => [rule.code, rule]));

/** The rule of a code, as written in configuration, on a command line or in a comment; undefined where there is none. */
export function findRule(code: string): Rule | undefined {
	return byCode.get(code);
}

import { rules } from './index.ts';
import type { Rule } from './rule.ts';

const byCode = new Map<string, Rule>(rules.map(rule => [rule.code, rule]));

/** Returns the rule with a code, which may be any text of a user; undefined if there is none. */
export function findRule(code: string): Rule | undefined {
	return byCode.get(code);
}

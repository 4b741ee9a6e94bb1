import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { runOn } from '../support/memory-host.ts';

test('rules lists one rule per line', async () => {
	const { code, out } = await runOn({ files: {} }, 'rules');
	expect(code).toBe(0);
	const codes = out
		.trimEnd()
		.split('\n')
		.map(line => line.slice(0, line.indexOf(' ')));
	expect(codes).toEqual(rules.map(rule => rule.code));
});

test.each(rules.map(rule => [rule.code]))('explain %s prints its page', async rule => {
	const { code, out } = await runOn({ files: {} }, 'explain', rule);
	expect(code).toBe(0);
	expect(out.startsWith(`# \`${rule}\`\n`)).toBe(true);
});

test('explain suggests the nearest code for an unknown rule', async () => {
	const { code, out, err } = await runOn({ files: {} }, 'explain', 'time/ordre');
	expect({ code, out, err }).toEqual({
		code: 2,
		out: '',
		err: 'incident-log: Unknown rule `time/ordre`. Expected `time/order`.\n',
	});
});

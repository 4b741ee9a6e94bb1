import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, projectRoot, runProgram } from './support/process.ts';

const README = path.join(projectRoot, 'README.md');

/** Run with `UPDATE_README=1` to update the README. */
test('the README shows the findings on the example log', () => {
	const { out } = runProgram(process.execPath, [bin, 'check', 'examples'], projectRoot);
	const text = fs.readFileSync(README, 'utf8');
	const fresh = text.replace(
		/(<!-- begin: example findings -->)[\s\S]*(<!-- end: example findings -->)/,
		(_, begin, end) => `${begin}\n\n\`\`\`text\n${out}\`\`\`\n\n${end}`,
	);
	if (process.env['UPDATE_README']) {
		fs.writeFileSync(README, fresh);
	}
	expect(fs.readFileSync(README, 'utf8')).toBe(fresh);
});

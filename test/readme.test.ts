import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, projectRoot, runProgram } from './support/process.ts';

const README = path.join(projectRoot, 'README.md');

/** `UPDATE_README=1` writes it anew. */
test('the README shows what `check` says of the example log', () => {
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

test('links of the README lead to files', () => {
	const links = [...fs.readFileSync(README, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
		([, to]) => to ?? '',
	);
	expect(links.length).toBeGreaterThan(5);
	expect(links.filter(link => !fs.existsSync(path.join(projectRoot, link)))).toEqual([]);
});

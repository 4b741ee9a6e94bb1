import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, folderWith, runProgram } from '../../support/process.ts';
import { EVERYTHING, hostile, logs, outputOf, placesOf } from './places.ts';

test('the logs have findings of each level', async () => {
	const levels = new Set((await placesOf(EVERYTHING, {})).map(({ level }) => level));
	for (const files of hostile) {
		for (const { level } of await placesOf(files, {})) {
			levels.add(level);
		}
	}
	expect(levels).toEqual(new Set(['error', 'hint', 'info', 'warning']));
});

test('concise has one line per finding, in the form of GCC', async () => {
	expect(await outputOf('concise', { ...EVERYTHING, 'incidents/a, b: 100%.yaml': '' })).toContain(
		'bulletins/2024-08-31.md:5:41: error: Zone abbreviation `EST` is not in force in New York on 26 August 2024. Expected `EDT`. [time/zone-not-in-force]\n',
	);
	for (const files of logs) {
		const lines = (await outputOf('concise', files)).split('\n').slice(0, -1);
		const places = await placesOf(files, {});
		expect(lines).toHaveLength(places.length);
		for (const line of lines) {
			expect(line).toMatch(/^.+:\d+:\d+: (?:error|warning|info|hint): .+ \[[a-z]+\/[a-z0-9.-]+\]$/);
		}
	}
});

test('formats for hosts of repositories have paths from the root of the repository', () => {
	using folder = folderWith({
		'.git/HEAD': 'ref: refs/heads/main\n',
		'ops/log ü/incidents/x.yaml': 'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\n',
	});
	const cwd = path.join(folder.path, 'ops');
	const formats = ['github', 'gitlab', 'sarif', 'checkstyle', 'junit', 'rdjson'];
	const outputs = formats.flatMap(format => ['--format', format, '--output-file', `${format}.out`]);
	runProgram(process.execPath, [bin, 'check', 'log ü', ...outputs], cwd);
	const output = (format: string) => fs.readFileSync(path.join(cwd, `${format}.out`), 'utf8');
	expect(output('github')).toContain(' file=ops/log ü/incidents/x.yaml,');
	expect(output('gitlab')).toContain('"path": "ops/log ü/incidents/x.yaml"');
	expect(output('sarif')).toContain('"uri": "ops/log%20%C3%BC/incidents/x.yaml"');
	// Their readers run in the working directory.
	expect(output('checkstyle')).toContain('<file name="log ü/incidents/x.yaml">');
	expect(output('junit')).toContain(' name="log ü/incidents/x.yaml"');
	expect(output('rdjson')).toContain('"path": "log ü/incidents/x.yaml"');
});

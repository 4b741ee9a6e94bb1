import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';
import { folderWith } from '../support/process.ts';

const SHELLS = ['bash', 'zsh', 'fish'];
const scriptOf = async (shell: string) => (await runOn({ files: {} }, 'completion', shell)).out;
const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** The words that bash offers after a line. `PATHS` stands for the paths that bash completes itself. */
async function offered(...words: string[]): Promise<string[]> {
	const script = `${await scriptOf('bash')}
compopt() { paths=PATHS; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); paths=''
_incident_log
printf '%s\\n' "\${COMPREPLY[@]}" $paths`;
	const { status, stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'incident-log', ...words]);
	expect({ status, err: String(stderr) }).toEqual({ status: 0, err: '' });
	return String(stdout).split('\n').filter(Boolean);
}

describe.skipIf(!has('bash'))('completion in bash', () => {
	test.each([
		[['ch'], ['check']],
		[
			['new', ''],
			['incident', 'postmortem', 'bulletin'],
		],
		[['new', 'incident', '--fo'], ['--format']],
		[
			['new', 'incident', '--format', ''],
			['yaml', 'markdown'],
		],
		[['coverage', '--format', 'j'], ['json']],
		[['check', 'incidents/'], ['PATHS']],
		[['check', '--format', 'json', ''], ['PATHS']],
		[['schema', 'inc'], ['incident']],
		[['completion', ''], SHELLS],
	])('after %j', async (words, expected) => {
		expect(await offered(...words)).toEqual(expected);
	});

	test('runs nothing that is typed', async () => {
		expect(await offered('check', '$(echo run >&2)')).toEqual(['PATHS']);
	});
});

test.each(SHELLS)('the script for %s names all commands', async shell => {
	const script = await scriptOf(shell);
	for (const word of ['check', 'coverage', 'postmortem', 'max-warnings']) {
		expect(script).toContain(word);
	}
	if (has(shell)) {
		using folder = folderWith({ script });
		const checked = spawnSync(shell, ['-n', path.join(folder.path, 'script')]);
		expect({ status: checked.status, err: String(checked.stderr) }).toEqual({ status: 0, err: '' });
	}
});

test('an unknown shell is an error', async () => {
	expect((await runOn({ files: {} }, 'completion', 'csh')).code).toBe(2);
});

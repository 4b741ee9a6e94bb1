import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, projectRoot, runProgram } from '../support/process.ts';

const hasPreCommit = (() => {
	try {
		return runProgram('pre-commit', ['--version'], projectRoot).code === 0;
	} catch {
		return false;
	}
})();

const CAUSE = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';
const EFFECT =
	'title: Queue stuck\nimpact: minor\nstarted_at: 2024-08-02T10:00:00Z\nresolved_at: 2024-08-02T11:00:00Z\nreferences: [{ id: disk-full, relation: caused-by }]\n';

/** The project as someone would clone it: what is committed, and what is about to be. */
function cloneTo(folder: string): string {
	const clone = path.join(folder, 'incident-log');
	const listed = runProgram('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], projectRoot).out;
	for (const file of listed.split('\0').filter(name => name !== '' && fs.existsSync(path.join(projectRoot, name)))) {
		fs.mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
		fs.copyFileSync(path.join(projectRoot, file), path.join(clone, file));
	}
	commitAll(clone);
	return clone;
}

function git(cwd: string, ...args: string[]) {
	return runProgram('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', ...args], cwd);
}

function commitAll(folder: string): void {
	git(folder, 'init', '--quiet');
	git(folder, 'add', '--all');
	const { code, err } = git(folder, 'commit', '--quiet', '--message', 'First');
	expect(code, err).toBe(0);
}

/** In CI the test fails without pre-commit, which is then missing from the setup; elsewhere it is skipped. */
describe.skipIf(!hasPreCommit && !process.env['CI'])('as a hook of pre-commit', () => {
	test('rejects a commit that breaks a reference, and accepts a clean one', () => {
		using workplace = folderWith({
			'log/incident-log.yaml': 'title: Log\n',
			'log/incidents/disk-full.yaml': CAUSE,
			'log/incidents/queue-stuck.yaml': EFFECT,
		});
		const log = path.join(workplace.path, 'log');
		const hooks = cloneTo(workplace.path);
		const revision = git(hooks, 'rev-parse', 'HEAD').out.trim();
		fs.writeFileSync(
			path.join(log, '.pre-commit-config.yaml'),
			`repos:\n  - repo: ${hooks}\n    rev: ${revision}\n    hooks:\n      - id: incident-log\n`,
		);
		commitAll(log);
		const home = { PRE_COMMIT_HOME: path.join(workplace.path, 'cache') };
		const installed = runProgram('pre-commit', ['install', '--install-hooks'], log, home);
		expect(installed.code, installed.out + installed.err).toBe(0);
		const commit = (message: string) =>
			runProgram(
				'git',
				['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', 'commit', '--all', '--message', message],
				log,
				home,
			);

		fs.appendFileSync(path.join(log, 'incidents', 'disk-full.yaml'), 'status: resolved\n');
		const clean = commit('Say that it is resolved');
		expect(clean.code, clean.out + clean.err).toBe(0);

		// Nothing but a deletion: pre-commit hands no file to the hook.
		fs.rmSync(path.join(log, 'incidents', 'disk-full.yaml'));
		const broken = commit('Forget the cause');
		expect(broken.code).toBe(1);
		expect(broken.out + broken.err).toContain('reference/unresolved');
		expect(git(log, 'log', '--format=%s').out).toBe('Say that it is resolved\nFirst\n');
	});
});

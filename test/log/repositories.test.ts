import { describe, expect, test } from 'vitest';
import { filesAt } from '../support/fixture.ts';
import { contents, LOG, open } from '../support/workspaces.ts';

const A = 'incident incidents/a.md';

async function logsOf(fixture: string, folders: readonly string[] = [LOG]) {
	const { workspace } = await open(filesAt(LOG, fixture), { folders: [...folders] });
	return contents(workspace);
}

describe('the root of a log without a configuration', () => {
	const records = '//- /docs/incidents/a.md\nA\n//- /docs/postmortems/a.md\nB\n';
	const expected = ['incident docs/incidents/a.md', 'postmortem docs/postmortems/a.md'];

	test.each([LOG, `${LOG}/docs`, `${LOG}/docs/incidents`])('is the repository, also from %s', async folder => {
		expect(await logsOf(`//- /.git/HEAD\nref\n${records}`, [folder])).toEqual({ '~/log': expected });
	});

	test('is the folder around folders of several kinds outside of repositories', async () => {
		expect(await logsOf(records, [`${LOG}/docs/incidents`])).toEqual({
			'~/log/docs': [A, 'postmortem postmortems/a.md'],
		});
	});

	test('is each repository below a folder that is in none', async () => {
		expect(
			await logsOf(
				'//- /one/.git/HEAD\nref\n//- /one/incidents/a.md\nA\n//- /two/.git/HEAD\nref\n//- /two/incidents/a.md\nA\n',
			),
		).toEqual({ '~/log/one': [A], '~/log/two': [A] });
	});
});

test.each([
	['a clone', '//- /clone/.git/HEAD\nref\n//- /clone/incidents/a.md\nA\n'],
	['a worktree', '//- /tree/.git\ngitdir: /log/.git/worktrees/tree\n//- /tree/incidents/a.md\nA\n'],
])('leaves out %s in a repository', async (_, fixture) => {
	expect(await logsOf(`//- /.git/HEAD\nref\n//- /incidents/a.md\nA\n${fixture}`)).toEqual({ '~/log': [A] });
});

test('reads a submodule with the repository around it', async () => {
	const fixture = '//- /.git/HEAD\nref\n//- /docs/.git\ngitdir: ../.git/modules/docs\n//- /docs/incidents/a.md\nA\n';
	expect(await logsOf(fixture)).toEqual({ '~/log': ['incident docs/incidents/a.md'] });
});

describe('ignored files', () => {
	const incidents = '//- /incidents/a.md\nA\n//- /incidents/b.md\nB\n//- /site/incidents/a.md\nA\n';

	test.each([
		['a folder', '//- /.gitignore\n/site/\n/incidents/b.md\n', [A]],
		['a pattern with an exception', '//- /.gitignore\nsite\nincidents/*\n!incidents/a.md\n', [A]],
		['a nearer file wins', '//- /.gitignore\n*.md\n//- /incidents/.gitignore\n!a.md\n', [A]],
		['the exclude file of the repository', '//- /.git/info/exclude\nsite\nb.md\n', [A]],
	])('are left out: %s', async (_, fixture, expected) => {
		expect(await logsOf(fixture + incidents)).toEqual({ '~/log': expected });
	});

	test('are determined by rules above the root', async () => {
		const fixture =
			'//- /.git/HEAD\nref\n//- /.gitignore\nb.md\n//- /ops/incident-log.yaml\n\n//- /ops/incidents/a.md\nA\n//- /ops/incidents/b.md\nB\n';
		expect(await logsOf(fixture, [`${LOG}/ops`])).toEqual({
			'~/log/ops': ['configuration incident-log.yaml', A],
		});
	});

	test('are read in a folder that was named', async () => {
		const fixture =
			'//- /.git/HEAD\nref\n//- /.gitignore\nops\n//- /ops/incident-log.yaml\n\n//- /ops/incidents/a.md\nA\n';
		expect(await logsOf(fixture, [`${LOG}/ops`])).toEqual({
			'~/log/ops': ['configuration incident-log.yaml', A],
		});
	});

	test('are updated when `.gitignore` changes', async () => {
		const { environment, workspace } = await open(filesAt(LOG, incidents));
		workspace.watch();
		const once = async (change: () => void) => {
			change();
			await workspace.idle();
			return contents(workspace)['~/log'];
		};
		const all = [A, 'incident incidents/b.md', 'incident site/incidents/a.md'];
		expect(contents(workspace)['~/log']).toEqual(all);
		expect(await once(() => environment.write(`${LOG}/.gitignore`, 'site\nb.md\n'))).toEqual([A]);
		expect(await once(() => environment.write(`${LOG}/.gitignore`, 'site\n'))).toEqual(all.slice(0, 2));
		expect(await once(() => environment.write(`${LOG}/site/incidents/c.md`, 'C'))).toEqual(all.slice(0, 2));
		await workspace.open(`${LOG}/site/incidents/a.md`, 'A');
		expect(contents(workspace)['~/log']).toEqual(all.slice(0, 2));
		await workspace.close(`${LOG}/site/incidents/a.md`);
		expect(await once(() => environment.delete(`${LOG}/.gitignore`))).toEqual([...all, 'incident site/incidents/c.md']);
	});
});

describe('the name of the configuration', () => {
	test('can end in `.yml`', async () => {
		expect(await logsOf('//- /team/incident-log.yml\nfiles: { incidents: x/* }\n//- /team/x/a.md\nA\n')).toEqual({
			'~/log/team': ['configuration incident-log.yml', 'incident x/a.md'],
		});
	});

	test('is `incident-log.yaml` where both exist', async () => {
		const fixture =
			'//- /incident-log.yaml\nfiles: { incidents: x/* }\n//- /incident-log.yml\nfiles: { incidents: y/* }\n//- /x/a.md\nA\n//- /y/a.md\nA\n';
		expect(await logsOf(fixture)).toEqual({
			'~/log': ['configuration incident-log.yaml', 'configuration incident-log.yml', 'incident x/a.md'],
		});
	});
});

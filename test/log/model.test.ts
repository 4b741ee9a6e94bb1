import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/core/content-hash.ts';
import type { FailureReason } from '../../src/core/unread.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace, Workspace } from '../../src/log/workspace.ts';
import { throwDefect } from '../support/defects.ts';
import { probe, probes } from '../support/probe-rules.ts';

/**
 * Tests that an incremental log equals a rebuilt one: after any sequence of changes to files and editors, the workspace
 * has the same state as one that is opened with the result.
 */

const TOP = 'file:///w';
const FOLDER = `${TOP}/log`;
const clock = { now: () => Date.UTC(2024, 8, 1, 12) };
/** Reads the text of the document itself, so that an outdated document is detected as well. */
const rules = [...probes, probe('text', ({ text, kind }) => [`${kind} ${text}`])];

const PATHS = [
	'incidents/2024-08-15-queue.yaml',
	'incidents/2024-08-15-mail.yaml',
	'incidents/2024-08-26-queue.md',
	'incidents/README.md',
	'sub/incidents/2024-08-26-queue.md',
	'postmortems/2024-08-15-queue.md',
	'bulletins/2024-08-24.md',
	'bulletins/2024-08-31.md',
	'sub/bulletins/2024-08-31.md',
	'2024-08-31.md',
	'notes/2024-08-15-queue.md',
	'incident-log.yaml',
	'sub/incident-log.yaml',
	'incident-log-baseline.json',
	'../incident-log.yaml',
	'../incidents/2024-08-15-queue.yaml',
].map(path => (path.startsWith('../') ? `${TOP}${path.slice(2)}` : `${FOLDER}/${path}`));

const FOLDERS = [
	`${FOLDER}/incidents`,
	`${FOLDER}/sub`,
	`${FOLDER}/notes`,
	`${FOLDER}/node_modules`,
	`${FOLDER}/postmortems`,
];

const id = fc.constantFrom('2024-08-15-queue', '2024-08-15-mail', '2024-08-26-queue', '2024-08-26-quene', 'other');
const title = fc.constantFrom('Queue stopped', 'Mail was late');
const start = fc.constantFrom('2024-08-15T09:00:00Z', '2024-08-26T03:00:00Z', '2024-08-26', 'soon');
const end = fc.option(fc.constantFrom('2024-08-15T10:00:00Z', '2024-08-26T04:00:00Z', 'late'));
const prose = fc.constantFrom(
	'Like the August 15 issue.',
	"See last week's bulletin.",
	'See [[2024-08-15-queue]] and [that](../incidents/2024-08-15-queue.yaml).',
	'See [notes](../notes/2024-08-15-queue.md).',
	'Our August 15 postmortem has details.',
	'See [[2024-08-15 Queue]], [[2024-08-26]] and [[incidents/2024-08-15-mail.yaml]].',
	'',
);

const relation = fc.constantFrom('related', 'duplicate-of', 'caused-by');
const record = fc
	.record({
		id: fc.option(id),
		title,
		start,
		end,
		reference: fc.option(id),
		relation,
		postmortem: fc.option(id),
		prose,
	})
	.map(it =>
		[
			it.id === null ? '' : `id: ${it.id}`,
			`title: ${it.title}`,
			`started_at: ${it.start}`,
			it.end === null ? '' : `resolved_at: ${it.end}`,
			it.postmortem === null ? '' : `postmortem: ${it.postmortem}`,
			it.reference === null ? '' : `references: [{ id: ${it.reference}, relation: ${it.relation} }]`,
			`summary: ${JSON.stringify(it.prose)}`,
		]
			.filter(line => line !== '')
			.join('\n'),
	);
const page = fc
	.record({
		entries: fc.array(fc.tuple(title, prose, fc.constantFrom('August 15', 'August 26')), { maxLength: 2 }),
		prose,
	})
	.map(it =>
		[
			'# Page',
			'',
			it.prose,
			'',
			...it.entries.map(([title, prose, day]) => `* **${day}: ${title}** (05:30 UTC): ${prose}`),
		].join('\n'),
	);
const configuration = fc.constantFrom(
	'',
	'# nothing\n',
	'time_zone: Asia/Tokyo\n',
	'time_zone: Asia/Tok\n',
	'rules: { probe/same-id: off, probe/week: error }\n',
	'files: { incidents: "notes/*" }\n',
	'files: { bulletins: "incidents/*.md" }\n',
	'exclude: [sub, "**/*mail*"]\n',
	'files: [',
	'\0',
);
const markdown = (front: string, body: string) => `---\n${front}\n---\n\n${body}\n`;
const known = fc
	.dictionary(
		fc.constantFrom('incidents/2024-08-15-queue.yaml', 'sub/incidents/2024-08-26-queue.md'),
		fc.dictionary(fc.constantFrom(...rules.map(({ code }) => code)), fc.constant({ [contentHash('')]: 2 }), {
			minKeys: 1,
		}),
	)
	.map(findings => JSON.stringify({ version: 1, findings }));
const baseline = fc.oneof(known, fc.constantFrom('', '{'));
const content = (uri: string) =>
	uri.endsWith('.json')
		? baseline
		: uri.endsWith('incident-log.yaml')
			? configuration
			: uri.endsWith('.yaml')
				? record
				: fc.oneof(
						page,
						fc.tuple(record, page).map(([front, body]) => markdown(front, body)),
					);

/**
 * One change. Steps other than those of editors change the disk; they are reported immediately, or only with the next
 * step.
 */
type Step =
	| { readonly do: 'write' | 'edit'; readonly uri: string; readonly text: string }
	| { readonly do: 'delete' | 'close' | 'ask'; readonly uri: string }
	| { readonly do: 'rename'; readonly uri: string; readonly to: string }
	| { readonly do: 'fail'; readonly uri: string; readonly reason: FailureReason | undefined }
	| { readonly do: 'folders'; readonly folders: readonly string[] };

const uri = fc.constantFrom(...PATHS);
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 8,
		arbitrary: uri.chain(uri =>
			fc.record({ do: fc.constantFrom('write' as const, 'edit' as const), uri: fc.constant(uri), text: content(uri) }),
		),
	},
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'close' as const, 'ask' as const), uri }),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), uri, to: uri }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('fail' as const),
			uri: fc.constantFrom(...PATHS, ...FOLDERS, ...FOLDERS),
			reason: fc.constantFrom('no-permission' as const, 'io-error' as const, undefined),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.oneof(
			fc.record({ do: fc.constant('delete' as const), uri: fc.constantFrom(...FOLDERS) }),
			fc.record({
				do: fc.constant('rename' as const),
				uri: fc.constantFrom(...FOLDERS),
				to: fc.constantFrom(...FOLDERS),
			}),
		),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('folders' as const),
			folders: fc.subarray([FOLDER, `${FOLDER}/sub`, `${FOLDER}/sub/bulletins`, TOP]),
		}),
	},
);

const steps = fc.array(step, { minLength: 3, maxLength: 25 });

/** The complete observable state of a workspace. */
function stateOf(workspace: Workspace) {
	return workspace.logs.map(log => ({
		root: log.root,
		timeZone: log.configuration.timeZone,
		facts: log.debugText(),
		unread: log.unread,
		findings: Object.fromEntries(
			log
				.documents()
				.map(({ uri }) => [uri, log.findings(uri)] as const)
				.sort(([one], [other]) => (one < other ? -1 : 1)),
		),
	}));
}

async function applySteps(steps: readonly Step[], asynchronous: boolean, isAwaited: boolean) {
	const environment = new MemoryEnvironment({ [PATHS[0] ?? '']: 'title: Queue stopped\n' }, { asynchronous });
	const options = { environment, clock, rules, onDefect: throwDefect };
	let folders: readonly string[] = [FOLDER];
	const workspace = new Workspace({ ...options, folders });
	const editors = new Map<string, string>();
	// Watches everything, including the folders above: an editor reports its own file operations there.
	const watching = environment.watch(TOP, changes => void workspace.filesChanged(changes));
	void workspace.load();
	for (const step of steps) {
		switch (step.do) {
			case 'write':
				environment.write(step.uri, step.text);
				break;
			case 'delete':
				environment.delete(step.uri);
				break;
			case 'rename':
				environment.rename(step.uri, step.to);
				break;
			case 'fail':
				environment.fail(step.uri, step.reason);
				break;
			case 'edit':
				editors.set(step.uri, step.text);
				void workspace.change(step.uri, step.text);
				break;
			case 'close':
				editors.delete(step.uri);
				void workspace.close(step.uri);
				break;
			case 'ask':
				workspace.logs.map(log => log.documents().map(({ uri }) => log.findings(uri)));
				break;
			case 'folders':
				folders = step.folders;
				void workspace.setFolders(folders);
				break;
		}
		if (isAwaited) {
			await workspace.idle();
			stateOf(workspace);
		}
	}
	await workspace.idle();
	watching.dispose();
	const rebuilt = new Workspace({ ...options, folders });
	for (const [uri, text] of editors) {
		void rebuilt.open(uri, text);
	}
	await rebuilt.load();
	await rebuilt.idle();
	return { incremental: stateOf(workspace), rebuilt: stateOf(rebuilt) };
}

describe('a log after any changes equals one that is opened afterwards', () => {
	test.each([
		['with a synchronous file system, each change awaited', false, true],
		['with an asynchronous file system, each change awaited', true, true],
		['with an asynchronous file system, no change awaited', true, false],
	])('%s', async (_name, asynchronous, isAwaited) => {
		await fc.assert(
			fc.asyncProperty(steps, async steps => {
				const { incremental, rebuilt } = await applySteps(steps, asynchronous, isAwaited);
				expect(incremental).toEqual(rebuilt);
			}),
			{ numRuns: 100 },
		);
	});

	// Guards against a vacuous pass: the steps must produce logs with findings. The seed is fixed, independent of that
	// of the properties.
	test('the drawn steps produce logs with findings', async () => {
		let logs = 0;
		let findings = 0;
		for (const drawn of fc.sample(steps, { seed: 1, numRuns: 40 })) {
			const { rebuilt } = await applySteps(drawn, false, false);
			logs += rebuilt.length;
			findings += rebuilt.flatMap(log => Object.values(log.findings)).flat().length;
		}
		expect(logs).toBeGreaterThan(20);
		expect(findings).toBeGreaterThan(100);
	});

	test('reports every changed document to listeners', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async steps => {
				const environment = new MemoryEnvironment();
				const workspace = await openWorkspace({ environment, folders: [FOLDER], clock, rules, onDefect: throwDefect });
				workspace.watch();
				const known = new Map<string, unknown>();
				workspace.onDidChange(({ uris }) => {
					for (const uri of uris) {
						known.set(uri, workspace.findings(uri));
					}
				});
				for (const step of steps) {
					if (step.do === 'write') {
						environment.write(step.uri, step.text);
					} else if (step.do === 'edit') {
						await workspace.change(step.uri, step.text);
					} else if (step.do === 'delete') {
						environment.delete(step.uri);
					} else if (step.do === 'fail') {
						environment.fail(step.uri, step.reason);
					}
					await workspace.idle();
					for (const log of workspace.logs) {
						for (const { uri } of log.documents()) {
							expect(known.get(uri), uri).toEqual(log.findings(uri));
						}
					}
				}
			}),
			{ numRuns: 40 },
		);
	});
});

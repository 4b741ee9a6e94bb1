import { describe, expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';

const files = {
	'incident-log.yaml': 'time_zone: UTC\n',
	'incidents/2024-08-26-disk.yaml':
		'title: Disk full\nimpact: minor\nstarted_at: 2024-08-26T13:30:00Z\nresolved_at: 2024-08-26T15:00:00Z\n',
};

describe('new', () => {
	test.each([
		[['incident', 'Queue stopped', '--started-at', '2024-08-27T10:00:00Z'], 'incidents/2024-08-27-queue-stopped.yaml'],
		[['postmortem', '2024-08-26-disk'], 'postmortems/2024-08-26-disk.md'],
		[['bulletin', '--week', '2024-08-27'], 'bulletins/2024-08-31.md'],
	])('%j writes a file and prints its path', async (args, path) => {
		const run = await runOn({ files }, 'new', ...args);
		expect({ code: run.code, out: run.out, err: run.err }).toEqual({ code: 0, out: `${path}\n`, err: '' });
		expect([...run.written.keys()].map(uri => uri.slice(-path.length))).toEqual([path]);
	});

	test('--dry-run prints the file and writes none', async () => {
		const { out, written } = await runOn({ files }, 'new', 'bulletin', '--week', '2024-08-27', '--dry-run');
		expect(out).toBe(
			'bulletins/2024-08-31.md\n  # 2024-08-31\n\n  ## Trailing 2 Weeks Incidents\n\n  <!-- picture -->\n\n  <!-- incidents -->\n',
		);
		expect([...written]).toEqual([]);
	});

	test.each([
		[['postmortem', '2024-08-26-disc'], 'Unknown incident `2024-08-26-disc`. Expected `2024-08-26-disk`.'],
		[['incident', 'X', '--impact', 'huge'], 'Unknown impact level `huge`.'],
		[['incident', 'X', '--log', 'nowhere'], 'File or folder not found: `nowhere`.'],
		[['record', 'X'], "Unknown command 'record'"],
		[['incident'], "Missing required argument 'title'"],
	])('%j is an error', async (args, message) => {
		const { code, err, written } = await runOn({ files }, 'new', ...args);
		expect([code, [...written]]).toEqual([2, []]);
		expect(err).toContain(message);
	});

	test('states several logs', async () => {
		const { code, err } = await runOn(
			{ files: { 'a/incident-log.yaml': '', 'b/incident-log.yaml': '' } },
			...['new', 'incident', 'X'],
		);
		expect(code).toBe(2);
		expect(err).toContain('Several logs in `.`: `a`, `b`. Expected `--log` with one of them.');
	});

	test('states an unsupported dialect', async () => {
		const { code, err } = await runOn({ files: { 'incident-log.yaml': 'dialect: cstate\n' } }, 'new', 'incident', 'X');
		expect(code).toBe(2);
		expect(err).toContain('Unsupported dialect `cstate` of the log.');
	});
});

describe('other commands', () => {
	test('all have examples in their help, which name existing commands and options', async () => {
		const { out } = await runOn({ files }, '--help');
		const names = [...out.matchAll(/^ {2}(\w+)(?= [[<]| {2,})/gm)].flatMap(([, name = '']) =>
			name === 'help' ? [] : [name],
		);
		expect(names.length).toBeGreaterThan(10);
		for (const name of names) {
			const help = (await runOn({ files }, name, '--help')).out;
			const shown = help.split('Examples:\n')[1]?.split('\n') ?? [];
			expect(shown.length, name).toBeGreaterThan(0);
			const lines = shown.filter(line => /incident-log /.test(line));
			for (const [flag] of lines.join('\n').matchAll(/ --[\w-]+/g)) {
				const own = name === 'new' ? (await runOn({ files }, 'new', 'incident', '--help')).out : help;
				const text = own + (await runOn({ files }, 'new', 'bulletin', '--help')).out;
				expect(name === 'new' ? text : help.split('Examples:')[0], `${name}${flag}`).toContain(flag.trim());
			}
		}
	});

	test('rules --format json lists the rules with their pages', async () => {
		const { out } = await runOn({ files }, 'rules', '--format', 'json');
		const rules: { code: string; url: string; fix: unknown }[] = JSON.parse(out);
		expect(rules.find(({ code }) => code === 'time/order')).toMatchObject({
			title: 'Times out of order',
			level: 'error',
			url: expect.stringMatching(/docs\/rules\/time\/order\.md$/),
		});
	});

	test('schema prints a schema', async () => {
		const { out, code } = await runOn({ files }, 'schema', 'incident');
		expect(code).toBe(0);
		expect(JSON.parse(out).properties.started_at).toBeDefined();
		expect((await runOn({ files }, 'schema', 'page')).code).toBe(2);
	});

	test('explain is Markdown, and formatted on a terminal', async () => {
		expect((await runOn({ files }, 'explain', 'time/order')).out).toMatch(/^# `time\/order`\n/);
		const { out } = await runOn({ files, columns: 100, variables: { NO_COLOR: '1' } }, 'explain', 'time/order');
		expect(out).toMatch(/^time\/order\n\nTimes out of order\.\n/);
		expect(out).not.toMatch(/^#|^```|^\|/m);
	});
});

import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, folderWith, projectRoot, runProgram } from '../support/process.ts';

const run = (cwd: string, ...args: string[]) => runProgram(process.execPath, [bin, ...args], cwd);

const RECORD = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';

describe('the built command line', () => {
	test('is the file that `bin` names, and is executable', () => {
		const { bin: named } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
		expect(path.join(projectRoot, named['incident-log'])).toBe(bin);
		const { code, out } = runProgram(bin, ['--version'], projectRoot);
		expect(code).toBe(0);
		expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
	});

	test.skipIf(!('enableCompileCache' in module))('stores its compiled code', () => {
		using temporary = folderWith({});
		expect(runProgram(process.execPath, [bin, '--version'], projectRoot, { TMPDIR: temporary.path }).code).toBe(0);
		expect(fs.readdirSync(path.join(temporary.path, 'node-compile-cache'))).not.toEqual([]);
	});

	test('checks the working directory', () => {
		using log = folderWith({ 'incidents/disk-full.yaml': RECORD });
		expect(run(log.path, 'check')).toEqual({
			code: 0,
			out: '✓ 1 document checked: no findings\n1 record: 1 with a start, 0 with a timeline\n',
			err: '',
		});
	});

	test('prints findings with paths relative to the working directory', () => {
		using log = folderWith({ 'incidents/disk-full.yaml': RECORD.replace('minor', 'huge') });
		const { code, out } = run(log.path, 'check');
		expect(code).toBe(1);
		expect(out).toContain('incidents/disk-full.yaml\n\n  2:9  error  impact/unknown-level');
	});

	test('finds the configuration above a named folder', () => {
		using log = folderWith({
			'incident-log.yaml': 'impact: { levels: [small, huge] }\n',
			'incidents/2024/disk-full.yaml': RECORD.replace('minor', 'huge'),
		});
		expect(run(path.join(log.path, 'incidents', '2024'), 'check').code).toBe(0);
	});

	test.each([['UTC'], ['Asia/Kolkata'], ['America/New_York']])('prints the same in a machine zone of %s', zone => {
		const { out } = runProgram(
			process.execPath,
			[bin, 'check', 'examples', '--now', '2024-09-10T12:00:00Z'],
			projectRoot,
			{
				TZ: zone,
			},
		);
		expect(out).toBe(run(projectRoot, 'check', 'examples', '--now', '2024-09-10T12:00:00Z').out);
	});

	test('accepts files that are not records', () => {
		using log = folderWith({
			'incidents/empty.yaml': '',
			'incidents/half.yaml': 'title: Half\nimpact: [mi',
			'incidents/binary.yaml': Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256),
			'incidents/large.yaml': `title: Large\nsummary: |\n${'  more and more\n'.repeat(700_000)}`,
		});
		const { code, out, err } = run(log.path, 'check', '--format', 'json');
		expect(code).toBe(1);
		expect(err).toBe('');
		const files = new Set(JSON.parse(out).findings.map(({ file }: { file: string }) => file));
		expect([...files].sort()).toEqual(
			['binary.yaml', 'empty.yaml', 'half.yaml', 'large.yaml'].map(n => `incidents/${n}`),
		);
	});

	test('writes the bulletin of the example log as a page', () => {
		using folder = folderWith({});
		const page = path.join(folder.path, 'deep', 'page.html');
		expect(run(projectRoot, 'render', 'examples', '--out', page)).toEqual({ code: 0, out: '', err: '' });
		expect(fs.readFileSync(page, 'utf8')).toContain('Machine leases could not be acquired');
		expect(fs.readdirSync(path.dirname(page))).toEqual(['page.html']);
	});

	test('reports a file that it cannot write', () => {
		using folder = folderWith({ occupied: 'a file, and no folder' });
		const { code, err } = run(
			projectRoot,
			'render',
			'examples',
			'--out',
			path.join(folder.path, 'occupied', 'page.html'),
		);
		expect(code).toBe(2);
		expect(err).toMatch(/^incident-log: Cannot write `.*occupied\/page\.html`: not a directory\.\n$/);
	});
});

describe('the example log', () => {
	test('has exactly the findings that the README shows', () => {
		const { out } = run(projectRoot, 'check', 'examples', '--format', 'json', '--now', '2024-09-10T12:00:00Z');
		const found = JSON.parse(out).findings.map(
			({ file, code }: { file: string; code: string }) => `${path.posix.basename(file)} ${code}`,
		);
		expect(found).toEqual([
			'2024-08-31.md time/zone-not-in-force',
			'2024-08-31.md reference/unresolved',
			'2024-08-27-background-job-starvation.md impact/unknown-level',
			'2024-08-27-background-job-starvation.md time/zone-not-in-force',
			'2024-08-27-background-job-starvation.md time/order',
			'2024-08-27-background-job-starvation.md schema/unknown-field',
			'2024-08-27-background-job-starvation.md reference/unresolved',
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';

const SITE = 'title: Status\nparams:\n  systems:\n    - name: Mail\n    - name: Search\n';
const record = (component: string) =>
	`---\ntitle: Mail is slow\ndate: 2024-08-26 05:30:00\nresolved: true\nresolvedWhen: 2024-08-26 04:30:00\nseverity: down\naffected:\n  - ${component}\nsection: issue\n---\n`;
const found = 'read as cState (dialect: cstate)';

describe('a log in another dialect', () => {
	test('is detected by its content and named on standard error', async () => {
		const run = await runOn({ files: { 'content/issues/mail.md': record('Mail') } }, 'check', '--format', 'json');
		expect(run.err).toContain(`1 file ${found}`);
		expect(JSON.parse(run.out).findings.map((finding: { code: string }) => finding.code)).toEqual(['time/order']);
		expect(run.code).toBe(1);
	});

	test('is read in any folder with --dialect', async () => {
		const files = { 'issues/mail.md': record('Mail') };
		expect((await runOn({ files }, 'check')).err).toContain('No log found, only 1 file');
		expect((await runOn({ files }, 'check', '--dialect', 'cstate')).err).toContain(`1 file ${found}`);
	});

	test('is read in the dialect of its configuration', async () => {
		const files = { 'issues/mail.md': record('Mail'), 'incident-log.yaml': 'dialect: cstate\n' };
		const run = await runOn({ files }, 'check');
		expect(run.err).toContain(`1 file ${found}`);
		expect(run.out).not.toContain('incident-log.yaml');
	});

	test('is read as native records with --dialect native', async () => {
		const files = { 'incidents/mail.md': record('Mail') };
		expect((await runOn({ files }, 'check')).err).toContain(found);
		const run = await runOn({ files }, 'check', '--dialect', 'native');
		expect(run.err).toBe('incident-log: Dialect `native` fits 0 of 1 record. Expected `cstate`.\n');
		expect(run.out).toContain('started_at');
	});

	test('is rejected if its name is unknown', async () => {
		const run = await runOn({ files: {} }, 'check', '--dialect', 'klingon');
		expect(run.code).toBe(2);
		expect(run.err).toContain('cstate');
	});
});

describe('a dialect that does not fit the records', () => {
	const postmortem = '# Disk full\n\n**Date:** 2026-02-03\n**Severity:** SEV-2\n';
	const none = 'Expected no `dialect`, so that the form of each record is detected.';

	test.each([
		['cstate', 'postmortems/disk.md', postmortem, none],
		['cstate', 'incidents/disk.md', postmortem, none],
		['native', 'incidents/disk.md', postmortem, none],
		['statusfy', 'incidents/mail.md', record('Mail'), 'Expected `cstate`.'],
	])('%s for %s is stated by check and coverage', async (dialect, path, text, expected) => {
		const files = { [path]: text, 'incident-log.yaml': `dialect: ${dialect}\n` };
		const message = `Dialect \`${dialect}\` fits 0 of 1 record. ${expected}`;
		const run = await runOn({ files }, 'check');
		expect([run.code, run.out.includes(message), run.err.includes(message)]).toEqual([1, true, true]);
		expect((await runOn({ files }, 'coverage')).err).toContain(message);
	});

	test.each([
		['cstate', { 'issues/a.md': record('Mail'), 'postmortems/a.md': postmortem, 'postmortems/b.md': postmortem }],
		['markdown-head', { 'incidents/a.md': postmortem }],
		['native', { 'incidents/a.yaml': 'title: Disk full\n' }],
		['cstate', { 'issues/new.md': '---\ntitle: Disk full\n---\n' }],
	])('is not reported if it fits (%s, %#)', async (dialect, files) => {
		const run = await runOn({ files: { ...files, 'incident-log.yaml': `dialect: ${dialect}\n` } }, 'check');
		expect(run.out + run.err).not.toContain('fits');
	});

	test('is stated with the number of files if the log finds no record with it', async () => {
		const files = { 'content/issues/mail.md': record('Mail'), 'incident-log.yaml': 'dialect: markdown-head\n' };
		const { code, err } = await runOn({ files }, 'check');
		expect(code).toBe(2);
		expect(err).toContain(
			'No record found in the log of `incident-log.yaml`, only 1 file of 1 in the form of cState. Expected `dialect: cstate`.',
		);
	});
});

describe("the components of a status page's site", () => {
	test.each([
		['one of them', 'Mail', []],
		['one of them in other letters', 'mail', ['impact/unknown-component']],
		['one that may have been there once', 'Pager', []],
	])('%s', async (_, component, codes) => {
		const files = { 'config.yml': SITE, 'content/issues/mail.md': record(component) };
		const run = await runOn({ files }, 'check', '--format', 'json');
		const findings = JSON.parse(run.out).findings.map((finding: { code: string }) => finding.code);
		expect(findings).toEqual(['time/order', ...codes]);
	});
});

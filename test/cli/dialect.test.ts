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
		expect(run.err).toBe('');
		expect(run.out).toContain('started_at');
	});

	test('is rejected if its name is unknown', async () => {
		const run = await runOn({ files: {} }, 'check', '--dialect', 'klingon');
		expect(run.code).toBe(2);
		expect(run.err).toContain('cstate');
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

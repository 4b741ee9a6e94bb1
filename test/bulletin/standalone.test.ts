import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withChecklist } from '../../src/bulletin/page.ts';
import { renderArticle, renderPage } from '../../src/bulletin/render-page.ts';
import { renderStandalone } from '../../src/bulletin/standalone.ts';
import { editorStyles, pageStyles } from '../../src/bulletin/styles.ts';
import { STYLES_HASH } from '../../src/bulletin/styles-hash.ts';
import { logOf, pageOf } from './week.ts';

const log = logOf(`//- /incident-log.yaml
time_zone: America/New_York
//- /incidents/2024-08-26-leases.yaml
title: Leases <refused>
impact: minor
started_at: 2024-08-26T05:30:00-04:00
resolved_at: 2024-08-26T09:05:00-04:00
//- /bulletins/2024-08-31.md
# 2024-08-31

<!-- incidents -->
`);
const page = withChecklist(pageOf(log, '/bulletins/2024-08-31.md'), [
	{ level: 'warning', code: 'time/order', message: 'ends before it begins', uri: 'file:///x', offset: 0, line: 0 },
]);

test('the policy of a published page names its stylesheet', () => {
	expect(STYLES_HASH).toBe(`sha256-${createHash('sha256').update(pageStyles).digest('base64')}`);
	expect(renderStandalone(page)).toContain(`<style>${pageStyles}</style>`);
});

test('the preview equals the published page, except for the checklist', () => {
	const published = renderArticle(page);
	expect(renderStandalone(page)).toContain(`\n${published}\n`);
	expect(renderPage(page).endsWith(published)).toBe(true);
	expect(renderPage(page)).toContain('ends before it begins');
	expect(renderStandalone(page)).not.toContain('ends before it begins');
});

test('the summary of the checklist counts findings by level, with plurals that agree', () => {
	const item = (level: string) => ({ level, code: 'a', message: 'b', uri: 'file:///x', offset: 0, line: 0 });
	const summary = (...levels: readonly string[]) =>
		/<summary>(.*)<\/summary>/.exec(renderPage(withChecklist(page, levels.map(item))))?.[1];
	expect(summary('error')).toBe('Before publication: 1 error');
	expect(summary('hint', 'warning', 'error', 'error')).toBe('Before publication: 2 errors, 1 warning, 1 hint');
	expect(summary('warning', 'info', 'warning', 'info')).toBe('Before publication: 2 warnings, 2 info');
});

test('a published page has no requests, scripts or local paths', () => {
	const document = renderStandalone(page);
	expect(document).not.toMatch(/<script|<link|<img|@import|url\((?!#)|\bstyle=|\bon\w+=/i);
	expect(document).not.toContain('/home/somebody');
	expect(document).not.toContain('file:');
	expect(document).toContain('<title>25–31 August 2024</title>');
});

test('the styles of a published page have no rules of the editor, and are limited in size', () => {
	expect(pageStyles).not.toMatch(/vscode|il-checklist|il-unresolved|il-action/);
	expect(pageStyles.length).toBeLessThan(11_500);
	expect(editorStyles).toMatch(/--vscode-editor-background.*\.il-checklist/s);
});

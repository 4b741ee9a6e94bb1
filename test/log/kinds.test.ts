import { readFileSync } from 'node:fs';
import picomatch from 'picomatch/posix.js';
import { describe, expect, test } from 'vitest';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { globFault } from '../../src/core/glob.ts';
import { DEFAULT_GLOBS, DIALECT_GLOBS, FileKinds, rootOfLooseFile, withAnyCaseEnding } from '../../src/log/kinds.ts';

const kindOf = (root: string, path: string, files: Configuration['files'] = {}, hasConfiguration = true) =>
	new FileKinds(`file:///home/${root}`, { ...DEFAULT_CONFIGURATION, files }, hasConfiguration).kindOf(
		`file:///home/${root}/${path}`,
	);

describe('the kind of a file', () => {
	test.each([
		['log', 'incidents/2024-08-26-lease.yaml', 'incident'],
		['log', 'incidents/2024/08/lease.md', 'incident'],
		['log', 'docs/incident-reports/lease.yml', 'incident'],
		['log', 'postmortems/lease.md', 'postmortem'],
		['log', 'post-mortems/lease.yaml', 'postmortem'],
		['log', 'postmortem/lease.md', 'postmortem'],
		['log', 'bulletins/2024-08-31.md', 'bulletin'],
		['log', 'bulletins/2024-08-31.yaml', undefined],
		['log', 'incident-log.yaml', 'configuration'],
		['log', 'incidents/incident-log.yaml', 'incident'],
		['log', 'docs/lease.md', undefined],
		['log', 'incidents/picture.png', undefined],
		['log', 'incidents', undefined],
		// The name of the root counts …
		['infra-log', '2024-08-31.md', 'bulletin'],
		['infra-log', 'specimens/2024-08-24.md', 'bulletin'],
		['incidents', 'lease.yaml', 'incident'],
		['incidents', 'postmortem.md', 'incident'],
		// … and so do names that are encoded in the URI.
		['log', 'incidents/caf%C3%A9%20down.yaml', 'incident'],
		['log', 'incidents/a%0Ab.yaml', 'incident'],
		// Endings match in any case.
		['log', 'incidents/A.YAML', 'incident'],
		['log', 'incidents/A.Yml', 'incident'],
		['log', 'incidents/a.markdown', 'incident'],
		['log', 'incidents/2024-08-26-lease', 'incident'],
		['log', 'incidents/INC-0041', 'incident'],
		['log', 'incidents/Makefile', undefined],
		['log', 'incidents/A.MD', 'incident'],
		['log', '2024-08-31.MD', 'bulletin'],
		// Folders of records match in any usual spelling.
		['log', 'Incidents/lease.md', 'incident'],
		['log', '_incidents/lease.md', 'incident'],
		['log', 'incident_reports/lease.md', 'incident'],
		['log', 'docs/outages/lease.md', 'incident'],
		['log', 'docs/Postmortems/lease.md', 'postmortem'],
		['log', '_postmortems/lease.md', 'postmortem'],
		['log', 'post_mortems/lease.md', 'postmortem'],
		['log', 'RCAs/lease.md', 'postmortem'],
		['log', 'retrospectives/lease.md', 'postmortem'],
		['acme-post-mortems', '0001-lease.md', 'postmortem'],
		['log', 'incident-response/lease.md', undefined],
		// A record in its own folder.
		['log', 'incidents/2024-08-26-lease/index.md', 'incident'],
		['log', 'incidents/2024-08-26-lease/README.md', 'incident'],
		['log', 'incidents/lease-acquisition/incident.yaml', 'incident'],
		['log', 'incidents/2024-08-26-lease/postmortem.md', 'postmortem'],
		['log', 'incidents/archive/README.md', undefined],
		['log', 'incidents/2024/README.md', undefined],
		// The nearest folder decides.
		['infra-log', 'incidents/lease.md', 'incident'],
		['log', 'incidents/postmortems/lease.md', 'postmortem'],
		['log', 'incidents/CONTRIBUTING.md', undefined],
		['log', 'incidents/000-template.md', undefined],
		['log', 'incidents/bulletins/lease.yaml', 'incident'],
		// Next to the configuration, a page with a date in its name.
		['log', '2024-08-31.md', 'bulletin'],
		['log', '2024-08-31-holiday.md', 'bulletin'],
		['log', 'notes.md', undefined],
		['log', 'notes/2024-08-31.md', undefined],
		['log', '2024-08-31.yaml', undefined],
		// Ignored.
		['log', 'incidents/README.md', undefined],
		['log', 'incidents/readme.it.md', undefined],
		['log', 'incidents/Index.md', undefined],
		['log', 'incidents/TEMPLATE.yaml', undefined],
		['log', 'incidents/_draft.md', undefined],
		['log', 'incidents/.hidden.md', undefined],
		['log', 'node_modules/x/incidents/lease.md', undefined],
		['log', 'incidents/.git/lease.md', undefined],
		['log', 'dist/incidents/lease.md', undefined],
		['dist', 'incidents/lease.md', 'incident'],
		['log', '../elsewhere/incidents/lease.md', undefined],
	])('by default, in %s: %s is %s', (root, path, kind) => {
		expect(kindOf(root, path)).toBe(kind);
	});

	test('a dated page in the root is not a document without a configuration', () => {
		expect(kindOf('log', '2024-08-31.md', {}, false)).toBeUndefined();
	});

	test.each([
		[{ incident: ['content/issues/**'] }, 'content/issues/lease.md', 'incident'],
		[{ incident: ['content/issues/**'] }, 'content/issues/2024/lease.md', 'incident'],
		[{ incident: ['content/issues/*.md'] }, 'content/issues/2024/lease.md', undefined],
		[{ incident: ['./content/*.md'] }, 'content/lease.md', 'incident'],
		[{ incident: ['content/*.md', 'reports/*.{md,yaml}'] }, 'reports/lease.yaml', 'incident'],
		[{ incident: ['a[bc]/?.md'] }, 'ac/x.md', 'incident'],
		// A configured glob replaces the default of its kind only.
		[{ incident: ['content/**'] }, 'incidents/lease.md', undefined],
		[{ incident: ['content/**'] }, 'content/postmortems/lease.md', 'incident'],
		[{ incident: ['content/**'] }, 'postmortems/lease.md', 'postmortem'],
		[{ bulletin: ['weekly/*.md'] }, '2024-08-31.md', undefined],
		// Relative to the root, whose name is not part of the path.
		[{ incident: ['log/*.md'] }, 'lease.md', undefined],
		// Ignored even if configured.
		[{ incident: ['content/**'] }, 'content/README.md', undefined],
		[{ incident: ['**'] }, 'node_modules/x.md', undefined],
		// Not regular expressions: other characters are literal.
		[{ incident: ['(a|b)/*.md'] }, 'a/lease.md', undefined],
		[{ incident: ['(a|b)/*.md'] }, '(a%7Cb)/lease.md', 'incident'],
		[{ incident: ['C++/*.md'] }, 'C%2B%2B/lease.md', 'incident'],
		[{ incident: ['content/*.md'] }, 'content/LEASE.MD', 'incident'],
		[{ incident: ['content/*.MD'] }, 'content/LEASE.MD', 'incident'],
		[{ incident: ['content/*.MD'] }, 'content/lease.md', undefined],
		[{ incident: ['content/**'] }, 'content/a%0Ab.md', 'incident'],
		// An exception takes back what the globs before it match; the last match decides.
		[{ incident: ['!content/*.md'] }, 'reports/lease.md', undefined],
		[{ incident: ['content/**', '!content/drafts/**'] }, 'content/lease.md', 'incident'],
		[{ incident: ['content/**', '!content/drafts/**'] }, 'content/drafts/lease.md', undefined],
		[{ incident: ['content/**', '!content/drafts/**', 'content/drafts/a*'] }, 'content/drafts/a.md', 'incident'],
		[{ incident: ['!content/drafts/**', 'content/**'] }, 'content/drafts/lease.md', 'incident'],
		[{ incident: ['content/**', '!./content/*.md'] }, 'content/LEASE.MD', undefined],
		// An empty list means no files of this kind.
		[{ incident: [] }, 'incidents/lease.md', undefined],
		[{ incident: [] }, 'postmortems/lease.md', 'postmortem'],
		[{ bulletin: [] }, '2024-08-31.md', undefined],
	])('configured by %j: %s is %s', (files, path, kind) => {
		expect(kindOf('log', path, files)).toBe(kind);
	});

	test.each([
		[['archive/**'], 'archive/incidents/lease.md', true],
		[['archive'], 'archive/incidents/lease.md', true],
		[['archive'], 'archives/incidents/lease.md', false],
		[['archive'], 'docs/archive/incidents/lease.md', false],
		[['**/archive'], 'docs/archive/incidents/lease.md', true],
		[['incidents/*.md'], 'incidents/lease.md', true],
		[['incidents/*.md'], 'incidents/LEASE.MD', true],
		[['archive', '!archive/2024'], 'archive/2024/incidents/lease.md', false],
		[['!archive/2024', 'archive'], 'archive/2024/incidents/lease.md', true],
		[['/archive/**'], 'archive/incidents/lease.md', false],
	])('`exclude: %j` leaves out %s: %s', (exclude, path, isLeftOut) => {
		const kinds = new FileKinds('file:///log', { ...DEFAULT_CONFIGURATION, exclude }, true);
		expect(kinds.kindOf(`file:///log/${path}`)).toBe(isLeftOut ? undefined : 'incident');
		expect(kinds.kindOf('file:///log/incident-log.yaml')).toBe('configuration');
	});

	test.each([
		['content/**/*.md', true],
		['!content/*.md', true],
		['!../*.md', false],
		['!', false],
		['**/content/**/*-*.md', true],
		['', false],
		['a*b*c*d*e*f.md', false],
		['**/**/**/**/a', false],
		['{a,b}{a,b}{a,b}{a,b}{a,b}', false],
		['x'.repeat(201), false],
		['**/a/**/b/**/c/**', false],
		['../**', false],
		['reports/../../**', false],
		['/reports/*.md', false],
		['C:/reports/*.md', false],
		['reports/', false],
		['./reports/*.md', true],
	])('an invalid glob matches nothing: %s', (glob, isUsed) => {
		expect(globFault(glob) === undefined).toBe(isUsed);
		expect(kindOf('log', 'x.md', { incident: [glob] })).toBeUndefined();
	});

	test.each([
		[
			'a page with an entry',
			'older/2024-08-24.md',
			'# 2024-08-24\n\n* **August 20: Late** (05:30 EDT): It was late.\n',
			'bulletin',
		],
		['a page with an entry that is not bold', 'older/2024-08-24.md', '- Aug 20th: Late: It was late.\n', 'bulletin'],
		['a diary', 'older/2024-08-24.md', '# 2024-08-24\n\n* August was long\n* 20: a number\n', undefined],
		['another name', 'older/notes.md', '* **August 20: Late** (05:30 EDT): It was late.\n', undefined],
	])('a dated page in any folder is detected as a bulletin by its entries: %s', (_, path, text, kind) => {
		const kinds = new FileKinds('file:///home/me/log', DEFAULT_CONFIGURATION, true);
		expect(kinds.kindOf(`file:///home/me/log/${path}`, text)).toBe(kind);
	});

	test('globs for watchers match endings in any case', () => {
		const matches = picomatch(withAnyCaseEnding('**/*.{yaml,yml,md,markdown}'));
		expect(
			['a/b.YAML', 'a/b.yml', 'a/b.Md', 'a/b.markdown', 'a/b.txt', 'a/b.mdx'].filter(path => matches(path)),
		).toEqual(['a/b.YAML', 'a/b.yml', 'a/b.Md', 'a/b.markdown']);
	});

	test.each([
		['file:///home/me/incidents/2024/lease.yaml', 'file:///home/me/incidents'],
		['file:///home/me/infra-log/2024-08-31.md', 'file:///home/me/infra-log'],
		['file:///home/me/notes/2024-08-31.md', undefined],
	])('the log root of a file opened without a folder: %s', (uri, root) => {
		expect(rootOfLooseFile(uri, DEFAULT_CONFIGURATION)).toBe(root);
	});
});

describe('the activation events of the extension', () => {
	const { activationEvents }: { activationEvents: string[] } = JSON.parse(
		readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
	);
	const globs = activationEvents.flatMap(event => /^workspaceContains:(.*)/.exec(event)?.[1] ?? []);

	test.each(DIALECT_GLOBS)('contain the files of other tools: %s', glob => {
		expect(globs).toContain(glob);
	});

	test.each(DEFAULT_GLOBS)('contain the files in default folders: %s', glob => {
		expect(globs).toContain(glob);
	});

	test.each([
		'incidents/a.md',
		'docs/Incidents/2024/a.yaml',
		'_incidents/a.MD',
		'docs/post_mortems/a.md',
		'Post-Mortems/a.md',
		'RCA/a.md',
		'rca/a.markdown',
		'infra-log/a.md',
	])('%s', file => {
		expect(picomatch(DEFAULT_GLOBS as string[])(file)).toBe(true);
	});
});

test('leaves out templates by their content, unless their name has a date or a number', () => {
	const kinds = new FileKinds('file:///log', DEFAULT_CONFIGURATION, true);
	const template = '# [Incident Title]\n\n**Date:** YYYY-MM-DD\n';
	expect(kinds.kindOf('file:///log/postmortems/blank.md', template)).toBeUndefined();
	expect(kinds.kindOf('file:///log/postmortems/2026-02-03-disk.md', template)).toBe('postmortem');
	expect(kinds.kindOf('file:///log/postmortems/disk.md', '# Disk full\n\n**Date:** 2026-02-03\n')).toBe('postmortem');
});

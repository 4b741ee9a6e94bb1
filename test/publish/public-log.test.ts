import { describe, expect, test } from 'vitest';
import { publicLog } from '../../src/publish/public-log.ts';
import { CLOCK, type FixtureFiles } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { PUBLIC_TEXTS, SECRET, SECRET_FILES } from './secret-log.ts';

const publicOf = (files: FixtureFiles) => publicLog(new FixtureLog(files), CLOCK);
const textsOf = (files: FixtureFiles) => {
	const { log } = publicOf(files);
	return log.documents().map(({ uri }) => log.text(uri)?.text);
};

describe('the public part of a log', () => {
	test('contains no internal part, no internal field and no draft', () => {
		const text = textsOf(SECRET_FILES).join('\n');
		expect(text).not.toContain(SECRET);
		for (const kept of PUBLIC_TEXTS) {
			expect(text).toContain(kept);
		}
	});

	test('states which documents are left out, and why', () => {
		const { withheld } = publicOf(SECRET_FILES);
		expect(withheld.map(({ uri, reason }) => [uri.split('/').at(-1), reason])).toEqual([
			['2024-08-20-draft.md', 'draft'],
			['2024-08-21-review.md', 'in-review'],
		]);
	});

	test('keeps the facts beside what is removed', () => {
		const { log } = publicOf(SECRET_FILES);
		const documents = log.documents().flatMap(({ uri }) => log.document(uri) ?? []);
		const entry = documents.find(({ kind }) => kind === 'bulletin')?.incidents[0];
		expect(entry?.impact?.value).toBe('major');
		expect(entry?.severity).toBeUndefined();
		expect(entry?.components.map(({ value }) => value)).toEqual(['web']);
		const page = documents.find(({ uri }) => uri.endsWith('-page.md'))?.incidents[0];
		expect(page?.impact?.value).toBe('minor');
		expect(page?.times.size).toBe(2);
	});

	test('leaves out everything after the start of an internal part without an end', () => {
		const text = 'title: A\nstarted_at: 2024-08-26\n# internal\nx-note: hidden\n';
		expect(textsOf({ 'incidents/a.yaml': text })).toEqual(['title: A\nstarted_at: 2024-08-26\n']);
	});

	test('keeps a heading named "Internal" and the text after an end without a start', () => {
		const text =
			'---\ntitle: A\nstarted_at: 2024-08-26\n---\n# internal\n\nKept.\n\n<!-- /internal -->\n\nKept, too.\n';
		expect(textsOf({ 'incidents/a.md': text })).toEqual([text]);
	});

	test('leaves out a field by its name in the dialect of a record', () => {
		const files = {
			'incident-log.yaml': 'publish:\n  internal_fields: [affected]\n',
			'content/issues/2024-08-26-a.md':
				'---\ntitle: Down\ndate: 2024-08-26 10:00:00\nresolved: true\nresolvedWhen: 2024-08-26 11:00:00\nseverity: down\naffected:\n  - Backend\nsection: issue\n---\nIt was down.\n',
		};
		const [text = ''] = textsOf(files);
		expect(text).toContain('severity: down');
		expect(text).not.toContain('Backend');
	});

	test('leaves out a draft in the dialect of another tool', () => {
		const files = {
			'content/issues/2024-08-26-a.md':
				'---\ntitle: Down\ndate: 2024-08-26 10:00:00\nresolved: false\nseverity: down\naffected:\n  - Backend\nsection: issue\ndraft: true\n---\nIt was down.\n',
		};
		expect(textsOf(files)).toEqual([]);
	});

	test.each([
		['no status', '', 1],
		['the status "published"', 'status: published\n', 1],
		['a status that means completed', 'status: Complete, action items in progress\n', 1],
		['the status "draft"', 'status: draft\n', 0],
		['an unknown status', 'status: with the lawyers\n', 0],
	])('a postmortem with %s is published %#', (_, status, count) => {
		const files = { 'postmortems/a.md': `---\ntitle: A\n${status}---\nText.\n` };
		expect(textsOf(files)).toHaveLength(count);
	});
});

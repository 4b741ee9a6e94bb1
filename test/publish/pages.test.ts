import { parseFeed } from '@rowanmanning/feed-parser';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { publicLog } from '../../src/publish/public-log.ts';
import { siteFiles } from '../../src/publish/site.ts';
import { CLOCK } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { SECRET_FILES } from './secret-log.ts';

/** Enough incidents for pages of years. */
const MANY = Object.fromEntries(
	Array.from({ length: 320 }, (_, n) => {
		const day = `${n < 100 ? 2023 : 2024}-08-${String((n % 28) + 1).padStart(2, '0')}`;
		const level = ['none', 'minor', 'major', 'critical'][n % 4];
		return [
			`incidents/n${n}.yaml`,
			`title: Number ${n}\nimpact: ${level}\nstarted_at: ${day}T10:00:00Z\nresolved_at: ${day}T1${n % 8}:30:00Z\ncomponents: [db]\n`,
		];
	}),
);

const FILES = { ...SECRET_FILES, ...MANY };
const site = new Map(
	siteFiles(publicLog(new FixtureLog(FILES), CLOCK).log, { version: '1' }).map(({ path, render }) => [path, render()]),
);

const htmlvalidate = new HtmlValidate({
	extends: ['html-validate:recommended'],
	rules: {
		// Matters of style, and void elements as HTML5 has them.
		'no-trailing-whitespace': 'off',
		'long-title': 'off',
		'void-style': 'off',
		'no-inline-style': 'error',
		'require-sri': 'off',
		// A self-closing element of SVG.
		'no-self-closing': 'off',
	},
});

describe('the pages of a site', () => {
	test.each([
		'index.html',
		'years/2023.html',
		'statistics.html',
		'weeks/2024-08-31.html',
		'weeks/2023-08-12.html',
		'incidents/2024-08-26-lease.html',
		'incidents/2024-08-22-page.html',
		'postmortems/2024-08-26-lease-review.html',
	])('%s is valid HTML', async path => {
		const page = site.get(path);
		expect(page).toBeDefined();
		const { results } = await htmlvalidate.validateString(page ?? '');
		expect(
			results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${message} [${ruleId}]`)),
		).toEqual([]);
	});
});

describe('the feed of a site', () => {
	test('is read by another library', () => {
		const feed = parseFeed(site.get('feed.xml') ?? '');
		expect(feed).toMatchObject({ meta: { type: 'atom', version: '1.0' }, title: 'Infra Log', language: null });
		expect(feed.items).toHaveLength(50);
		const item = feed.items.find(({ title }) => title === 'Lease expired');
		expect(item?.url).toBe('https://log.example.com/incidents/2024-08-26-lease.html');
		expect(item?.published?.toISOString()).toBe('2024-08-26T09:30:00.000Z');
		expect(item?.content).toContain('The lease expired.');
		expect(new Set(feed.items.map(({ id }) => id)).size).toBe(50);
	});
});

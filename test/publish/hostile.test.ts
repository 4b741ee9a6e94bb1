import { describe, expect, test } from 'vitest';
import { publicLog } from '../../src/publish/public-log.ts';
import { siteFiles } from '../../src/publish/site.ts';
import { HOSTILE_TEXTS } from '../bulletin/hostile-texts.ts';
import { CLOCK } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { readXml } from '../support/read-xml.ts';
import { brokenLinks } from './links.ts';

const quoted = (text: string) => JSON.stringify(text);

/** A log whose every field and paragraph is hostile. */
const filesWith = (text: string) => ({
	'incident-log.yaml': `title: ${quoted(text)}\ntime_zone: America/New_York\nimpact:\n  levels: [${quoted(`a${text.slice(0, 300)}`)}, ok]\ncomponents: [${quoted(text)}]\n`,
	'incidents/a.yaml': `id: ${quoted(text)}\ntitle: ${quoted(text)}\nimpact: ${quoted(`a${text.slice(0, 300)}`)}\nstatus: ${quoted(text)}\nseverity: ${quoted(text)}\nstarted_at: 2024-08-26T05:30:00-04:00\ncomponents: [${quoted(text)}]\nsummary: ${quoted(text)}\nupdates: [{ at: 2024-08-26T06:00:00-04:00, body: ${quoted(text)} }]\naction_items: [{ title: ${quoted(text)}, owner: ${quoted(text)}, due: 2024-08-27, status: open }]\n`,
	'postmortems/b.md': `---\nid: ${quoted(`b ${text}`)}\ntitle: ${quoted(text)}\nincidents: [${quoted(text)}]\n---\n${text}\n\n## ${text}\n`,
	'bulletins/2024-08-31.md': `# ${text}\n\n* **August 27: ${text}** (05:30 EDT): ${text}\n\n${text}\n`,
});

describe('a site of hostile texts', () => {
	test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 60), text]))('has no script and no request: %s', (_, text) => {
		const site = new Map(
			siteFiles(publicLog(new FixtureLog(filesWith(text)), CLOCK).log, { version: '1' }).map(({ path, render }) => [
				path,
				render(),
			]),
		);
		for (const [path, content] of site) {
			if (path.endsWith('.html')) {
				expect(content).not.toMatch(/<(?:script|img|iframe|object|embed|base|form)\b/i);
				expect(content).not.toMatch(/<[^>]*\son[a-z]+\s*=\s*["']/i);
				expect(content).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vscode|command|file):/i);
			}
			if (/\.(?:xml|svg)$/.test(path)) {
				expect(() => readXml(content), path).not.toThrow();
			}
			if (path.endsWith('.json')) {
				expect(() => JSON.parse(content), path).not.toThrow();
			}
		}
		for (const { content } of JSON.parse(site.get('feed.json') ?? '{}').items.map((item: { content_html: string }) => ({
			content: item.content_html,
		}))) {
			expect(content).toMatch(/^(?:<p>[^<]*<\/p>)+$/);
		}
		expect(brokenLinks(site).filter(link => !link.includes('example.com'))).toEqual([]);
	});
});

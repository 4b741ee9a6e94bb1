import { describe, expect, test } from 'vitest';
import { withChecklist } from '../../src/bulletin/page.ts';
import { pictureSvg } from '../../src/bulletin/picture.ts';
import { renderArticle, renderPage } from '../../src/bulletin/render-page.ts';
import { renderStandalone } from '../../src/bulletin/standalone.ts';
import { pageStyles } from '../../src/bulletin/styles.ts';
import { throwDefect } from '../support/defects.ts';
import { offencesOf } from './allow-list.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { boxAt, logOf, pageOf, pageOfWeek, pictureWith, publishedPageOf } from './week.ts';

const quoted = (text: string) => JSON.stringify(text);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A log whose every field and paragraph is hostile. */
function hostileLog(text: string) {
	return logOf(`//- /incident-log.yaml
title: ${quoted(text)}
time_zone: America/New_York
impact:
  levels: [${quoted(`a${text.slice(0, 300)}`)}, ${quoted(`b${text.slice(0, 300)}`)}, ok]
components:
  - web: ${quoted(text)}
//- /incidents/2024-08-26-record.yaml
id: ${quoted(`2024-08-26-${text}`)}
title: ${quoted(text)}
impact: ${quoted(text)}
status: ${quoted(text)}
started_at: 2024-08-26T05:30:00-04:00
components: [web, ${quoted(text)}]
severity: ${quoted(text)}
timeline:
  - { at: 2024-08-26T05:40:00-04:00, text: ${quoted(text)} }
  - { at: ${quoted(text)}, text: ${quoted(text)} }
updates:
  - { at: 2024-08-26T05:41:00-04:00, body: ${quoted(text)} }
action_items:
  - { title: ${quoted(text)}, owner: ${quoted(text)}, due: ${quoted(text)}, status: ${quoted(text)} }
references:
  - { id: ${quoted(text)}, relation: recurrence-of }
summary: ${quoted(`${text}\n\n${text}\n\n| a | b |\n|:-:|--:|\n| ${text} | [[2024-08-27-second]] |\n`)}
//- /incidents/2024-08-27-second.md
---
title: ${quoted(text)}
started_at: 2024-08-27T05:30:00-04:00
resolved_at: 2024-08-27T06:30:00-04:00
impact: ok
---

${text}

\`\`\`${oneLine(text)}
${text}
\`\`\`

See [[2024-08-26-record|${oneLine(text)}]], [${oneLine(text)}](../bulletins/2024-08-31.md), the August 26 incident.
//- /postmortems/2024-08-27-second.md
---
incident: 2024-08-27-second
status: ${quoted(text)}
authors: [${quoted(text)}]
published_at: ${quoted(text)}
---

# ${oneLine(text)}

## ${oneLine(text)}

${text}
//- /bulletins/2024-08-31.md
# ${oneLine(text)}

${text}

## Trailing 2 Weeks Incidents

(${text})

* **August 28: ${oneLine(text)}** (05:30 EDT): ${text}
- [[${oneLine(text)}]]
- [[2024-08-27-second]]

<!-- incidents -->

## ${oneLine(text)}

${text}
`);
}

describe.each(HOSTILE_TEXTS.map(text => [text.length > 60 ? `${text.slice(0, 20)}… (${text.length})` : text, text]))(
	'%s',
	(_, text) => {
		const log = hostileLog(text);
		const pages = [
			...[
				'/bulletins/2024-08-31.md',
				'/incidents/2024-08-26-record.yaml',
				'/incidents/2024-08-27-second.md',
				'/postmortems/2024-08-27-second.md',
			].map(path => pageOf(log, path)),
			pageOfWeek(log, '2024-08-31'),
		];
		const published = [
			'/bulletins/2024-08-31.md',
			'/incidents/2024-08-26-record.yaml',
			'/incidents/2024-08-27-second.md',
			'/postmortems/2024-08-27-second.md',
		].map(path => publishedPageOf(log, path));

		test('is text on the published page, which has no paths of the log', () => {
			for (const page of published) {
				expect(offencesOf(renderArticle(page, throwDefect))).toEqual([]);
				expect(renderArticle(page)).not.toMatch(/ data-(?:uri|offset)=/);
			}
		});

		test('is text on the page, in the picture and in the checklist', () => {
			for (const page of pages) {
				const checked = withChecklist(page, [
					{ level: text, code: text, message: text, uri: `file:///home/${text}`, offset: 0, line: 0 },
				]);
				expect(offencesOf(renderPage(checked, throwDefect))).toEqual([]);
				expect(offencesOf(page.picture === undefined ? '' : pictureSvg(page.picture).toString())).toEqual([]);
			}
		});

		test('is text in the published document', () => {
			for (const page of [...pages, ...published]) {
				const document = renderStandalone(page);
				const [head = '', rest = ''] = document.split('<style>');
				expect(rest.split('</style>')[0]).toBe(pageStyles);
				expect(head).not.toMatch(/<(?!!DOCTYPE html>|html lang="en">|head>|meta |title>|\/title>)/);
				expect(document).toContain(renderArticle(page));
			}
		});

		test('is text in a picture alone', () => {
			const picture = pictureWith(
				'2024-08-31',
				(last, own) => [
					[boxAt(last, 10, undefined, { title: text, impact: text, startText: text, durationText: text })],
					[boxAt(own, 10, 3, { title: text, impact: undefined, href: '#entry-a', clockText: text, uri: text })],
				],
				[text, 'ok', `${text}!`],
			);
			expect(offencesOf(pictureSvg({ ...picture, title: text }).toString())).toEqual([]);
		});
	},
);

test('the allow-list check finds forbidden markup', () => {
	for (const markup of [
		'<script></script>',
		'<p onclick="x"></p>',
		'<p style="x"></p>',
		'<img src="x">',
		'<a href="javascript:x">x</a>',
		'<a href="command:x">x</a>',
		'<p>a < b</p>',
		'<p>&nbsp;</p>',
		'<p>',
		'<b></b>',
		'<p></p></p>',
		'<path fill="url(//example.com)"/>',
		'<p id="location"></p>',
		'<p title="\u202e"></p>',
	]) {
		expect(offencesOf(markup), markup).not.toEqual([]);
	}
});

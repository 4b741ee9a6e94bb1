import { describe, expect, test } from 'vitest';
import { bulletinPage, weekPage } from '../../src/bulletin/page.ts';
import { renderArticle } from '../../src/bulletin/render-page.ts';
import type { Defect } from '../../src/log/defect.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';

const record = (title: string) =>
	`title: ${title}\nstatus: resolved\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T06:30:00Z\nsummary: ${title}, and it was long.\n`;
const LOG = `//- /incidents/mail.yaml
${record('Mail was slow')}
//- /incidents/search.yaml
${record('Search was down')}
//- /bulletins/2024-08-31.md
# Two of them

* **August 27: Queue stood still** (05:30 UTC): Its store was full.

<!-- incidents -->

## Notes

A new rack came.
`;

/** Draws pages of a log in which access to one file, or to one property of a document, throws. */
function draw(fails: (uri: string, property: PropertyKey | undefined) => boolean) {
	const log = new FixtureLog(LOG);
	const defects: Defect[] = [];
	const failOn = (uri: string, property?: PropertyKey) => {
		if (fails(uri, property)) {
			throw new Error('a defect <b>');
		}
	};
	const watched = (document: LogDocument): LogDocument =>
		new Proxy(document, {
			get: (target, property) => {
				failOn(target.uri, property);
				return Reflect.get(target, property);
			},
		});
	const documentAt = (uri: string) => {
		failOn(uri);
		return log.document(uri);
	};
	const request = { log: log.view, documentAt, onDefect: (defect: Defect) => defects.push(defect) };
	const bulletin = log.document(`${ROOT}/bulletins/2024-08-31.md`);
	const page = bulletin && bulletinPage({ ...request, document: watched(bulletin) });
	return {
		defects,
		bulletin: page && renderArticle(page),
		week: () => {
			const week = weekPage({ ...request, endsOn: '2024-08-31', base: `${ROOT}/` });
			return week && renderArticle(week);
		},
	};
}

const MAIL = `${ROOT}/incidents/mail.yaml`;
const NOTE = 'could not be drawn: internal error <code>a defect &lt;b&gt;</code>';

describe('an internal error', () => {
	test('in one entry is replaced by a note, and the rest of the page is kept', () => {
		const { defects, bulletin, week } = draw(uri => uri === MAIL);
		for (const page of [bulletin, week()]) {
			expect(page).toContain(NOTE);
			expect(page).toContain('Search was down, and it was long.');
			expect(page?.split(NOTE)).toHaveLength(2);
		}
		expect(bulletin).toContain('Its store was full.');
		expect(bulletin).toContain('A new rack came.');
		expect(defects.map(({ uri, step }) => `${step} ${uri}`)).toContain(`draw ${ROOT}/bulletins/2024-08-31.md`);
	});

	test('in the list of entries gives a page with a note', () => {
		const { defects, bulletin } = draw((uri, property) => uri.endsWith('.md') && property === 'bulletin');
		expect(bulletin).toContain(NOTE);
		expect(defects).toHaveLength(1);
	});

	test('of the renderer is replaced by a note', () => {
		const log = new FixtureLog(LOG);
		const bulletin = log.document(`${ROOT}/bulletins/2024-08-31.md`);
		const page = bulletin && bulletinPage({ log: log.view, document: bulletin });
		const broken = page && {
			...page,
			blocks: page.blocks.map(block =>
				block.type === 'picture'
					? Object.defineProperty({ ...block }, 'offset', {
							get: () => {
								throw new Error('a defect <b>');
							},
						})
					: block,
			),
		};
		const defects: Defect[] = [];
		const article = broken && renderArticle(broken, defect => defects.push(defect));
		expect(article).toContain(NOTE);
		expect(article).toContain('A new rack came.');
		expect(defects).toHaveLength(1);
	});
});

import { type Html, html, trusted } from './html.ts';
import type { Picture, PictureBox } from './model.ts';
import { PageMemo } from './page-memo.ts';
import { type PagePart, partText } from './page-part.ts';
import { durationPhrase, impactText } from './texts.ts';

/** The content of the picture as a table, for screen readers and for copying. */
export function pictureTable(picture: Picture): Html {
	return trusted(partText(tablePart(picture)));
}

/** Like `pictureTable`, with each row as a part of its own. */
export function tablePart({ rows }: Picture, memo = new PageMemo()): PagePart {
	const boxes = distinct(rows.flatMap(row => row.boxes));
	if (boxes.length === 0) {
		return { key: 'table', html: '' };
	}
	const body: PagePart = {
		key: 'body',
		open: '<tbody>',
		close: '</tbody>\n',
		children: boxes.map(box => {
			const key = identityOf(box);
			return { key, html: memo.rows.get(key, [memo.factsOf(box)], () => tableRow(box).toString()) };
		}),
	};
	const table: PagePart = { key: 'rows', open: '<table>', close: '</table>', children: [TABLE_HEAD, body] };
	const scrolled: PagePart = { key: 'scroll', open: SCROLLABLE, close: '</div>', children: [table] };
	return { key: 'table', open: '<details class="il-twin">', close: '</details>', children: [SUMMARY, scrolled] };
}

/** The start tag of `scrollable`. */
const SCROLLABLE = '<div class="il-scroll" role="group" aria-label="The picture as a table" tabindex="0">';
const SUMMARY: PagePart = { key: 'summary', html: '<summary>The picture as a table</summary>' };
const TABLE_HEAD: PagePart = {
	key: 'head',
	html: html`
<thead><tr><th scope="col">Start</th><th scope="col">Incident</th><th scope="col">Duration</th><th scope="col">Impact</th></tr></thead>
`.toString(),
};

function tableRow(box: PictureBox): Html {
	const { title, kind, href } = box;
	const name = html`<bdi>${title}</bdi>`;
	return html`<tr><td>${box.startText}</td><td>${href === undefined ? name : html`<a href="${href}">${name}</a>`}${
		kind !== 'incident' && ` (${kind})`
	}</td><td>${durationPhrase(box)}</td><td>${impactText(box)}</td></tr>
`;
}

/** Lists an incident that continues in the second row once. */
function distinct(boxes: readonly PictureBox[]): readonly PictureBox[] {
	return [...new Map(boxes.map(box => [identityOf(box), box])).values()];
}

function identityOf({ id, start, uri }: PictureBox): string {
	return `${id} ${start} ${uri}`;
}

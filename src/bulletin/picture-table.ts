import { type Html, html } from './html.ts';
import type { Picture, PictureBox } from './model.ts';
import { durationPhrase, impactText } from './texts.ts';

/** The content of the picture as a table, for screen readers and for copying. */
export function pictureTable({ rows }: Picture): Html {
	const boxes = distinct(rows.flatMap(row => row.boxes));
	if (boxes.length === 0) {
		return html``;
	}
	return html`<details class="il-twin"><summary>The picture as a table</summary><div class="il-scroll"><table>
<thead><tr><th scope="col">Start</th><th scope="col">Incident</th><th scope="col">Duration</th><th scope="col">Impact</th></tr></thead>
<tbody>${boxes.map(box => tableRow(box))}</tbody>
</table></div></details>`;
}

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
	return boxes.filter((box, i) => boxes.findIndex(({ id, start }) => id === box.id && start === box.start) === i);
}

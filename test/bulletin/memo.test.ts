import { describe, expect, test } from 'vitest';
import { bulletinPage } from '../../src/bulletin/page.ts';
import { PageMemo } from '../../src/bulletin/page-memo.ts';
import { partText } from '../../src/bulletin/page-part.ts';
import { pageParts, renderPage } from '../../src/bulletin/render-page.ts';
import type { Log } from '../../src/log/log.ts';
import { throwDefect } from '../support/defects.ts';
import { logOf, uriOf } from './week.ts';

const record = (id: string, day: number, more = '') => `//- /incidents/${id}.md
---
id: ${id}
title: Case ${id}
status: resolved
started_at: 2024-08-${day}T10:00:00Z
resolved_at: 2024-08-${day}T12:00:00Z
impact: minor
---

Jobs of ${id} waited. ${more}
`;
const FILES = `//- /incident-log.yaml
time_zone: UTC
${record('a', 20)}${record('b', 26, 'As in [[a]].')}${record('c', 27, 'As in [[b]].')}${record('d', 28)}//- /bulletins/2024-08-31.md
# 2024-08-31

<!-- incidents -->

* **August 29: Disk full** (10:00 UTC): It was full for 2 hours, as in [[b]].
* **August 30: Disk slow** (10:00 UTC): It was slow for 2 hours.

## Notes

Text of the author.
`;
const BULLETIN = uriOf('/bulletins/2024-08-31.md');

/** A view of a page: draws it with the parts that were drawn before, and compares it with a page drawn anew. */
function viewOf(log: Log, uri = BULLETIN) {
	const memo = new PageMemo();
	let before = memo.computed;
	return () => {
		const document = log.document(uri);
		const request = { log: log.view, documentAt: (each: string) => log.document(each), onDefect: throwDefect };
		const draw = (kept?: PageMemo) => document && bulletinPage({ ...request, document, ...(kept && { memo: kept }) });
		const [page, anew] = [draw(memo), draw()];
		if (page === undefined || anew === undefined) {
			throw new Error('no page');
		}
		expect(partText(pageParts(page, { memo }))).toBe(renderPage(anew));
		memo.sweep();
		const { computed } = memo;
		const counts = Object.entries(computed).flatMap(([name, count]) => {
			const more = count - (before[name] ?? 0);
			return more === 0 ? [] : [[name, more] as const];
		});
		before = computed;
		return Object.fromEntries(counts);
	};
}

function edit(log: Log, uri: string, from: string, to: string, kind: 'incident' | 'bulletin') {
	const text = log.document(uri)?.text ?? '';
	expect(text).toContain(from);
	log.set(uri, text.replace(from, to), kind);
}

describe('a page that is drawn again computes only', () => {
	test('nothing without a change', () => {
		const draw = viewOf(logOf(FILES));
		expect(draw()).toMatchObject({ merged: 6, boxes: 6, prose: 6, entries: 5, layouts: 3 });
		expect(draw()).toEqual({});
	});

	test('the prose of a record whose text has changed', () => {
		const log = logOf(FILES);
		const draw = viewOf(log);
		draw();
		edit(log, uriOf('/incidents/d.md'), 'waited', 'were waiting', 'incident');
		expect(draw()).toEqual({ merged: 1, prose: 1, entries: 1 });
	});

	test('what shows a changed title: the entry, the boxes, the row, and the references to it', () => {
		const log = logOf(FILES);
		const draw = viewOf(log);
		draw();
		edit(log, uriOf('/incidents/b.md'), 'Case b', 'Case of b', 'incident');
		// The prose of `b`, and that of `c` and of the entry of the bulletin, which refer to it.
		expect(draw()).toMatchObject({ merged: 1, boxes: 1, prose: 3, entries: 3, items: 3, rows: 1 });
	});

	test('the text before the caret: what is below only moves', () => {
		const log = logOf(FILES);
		const draw = viewOf(log);
		draw();
		edit(log, BULLETIN, '# 2024-08-31\n', '# 2024-08-31\n\nA new paragraph.\n', 'bulletin');
		const { merged, ...drawn } = draw();
		expect(merged).toBe(2);
		expect(drawn).toEqual({ prose: 1, layouts: 3 });
	});

	test('the changed entry of a bulletin', () => {
		const log = logOf(FILES);
		const draw = viewOf(log);
		draw();
		edit(log, BULLETIN, 'It was full', 'The disk was full', 'bulletin');
		expect(draw()).toMatchObject({ prose: 1, entries: 1 });
	});
});

test('draws an entry in another place when its week changes', () => {
	const log = logOf(FILES);
	const draw = viewOf(log);
	draw();
	edit(log, uriOf('/incidents/d.md'), '2024-08-28T10', '2024-08-21T10', 'incident');
	draw();
	edit(log, uriOf('/incidents/d.md'), '2024-08-21T10', '2024-08-28T10', 'incident');
	draw();
});

test('draws a page of an incident, and then that of another one, as anew', () => {
	const log = logOf(FILES);
	const memo = new PageMemo();
	for (const id of ['a', 'b', 'c', 'b']) {
		const document = log.document(uriOf(`/incidents/${id}.md`));
		const request = { log: log.view, documentAt: (each: string) => log.document(each), onDefect: throwDefect };
		const page = document && bulletinPage({ ...request, document, memo });
		const anew = document && bulletinPage({ ...request, document });
		expect(page && partText(pageParts(page, { memo }))).toBe(anew && renderPage(anew));
		memo.sweep();
	}
});

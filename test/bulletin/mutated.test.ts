import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPage } from '../../src/bulletin/render-page.ts';
import { throwDefect } from '../support/defects.ts';
import { offencesOf } from './allow-list.ts';
import { logOf, pageOf, uriOf } from './week.ts';

const FILES = [
	{
		path: '/incidents/2024-08-26-leases.yaml',
		kind: 'incident' as const,
		text: `title: Leases refused
impact: minor
started_at: 2024-08-26T05:30:00-04:00
resolved_at: 2024-08-26T09:05:00-04:00
summary: |
  As in [[2024-08-15-state-database]], \`500\`.
`,
	},
	{
		path: '/postmortems/2024-08-26-leases.md',
		kind: 'postmortem' as const,
		text: `---
incident: 2024-08-26-leases
---
# No leases

| Time | Event |
|-----:|-------|
| 05:30 | [the record](../incidents/2024-08-26-leases.yaml) |
`,
	},
	{
		path: '/bulletins/2024-08-31.md',
		kind: 'bulletin' as const,
		text: `# 2024-08-31

## Trailing 2 Weeks Incidents

(See last week's bulletin.) <!-- picture -->

* **August 27: Jobs \`late\`** (10:30EST): Because of the August 15 issue, for about
  an hour. <!-- incident: {impact: minor} -->
- [[2024-08-26-leases]]

<!-- incidents -->
`,
	},
];

const PIECES =
	'<!-- --> [[ ]] ` ``` ** * ( ) | < > & " \' : - # --- August 26: 05:30 EST {} [ ]( javascript: \ud800 😀 \u202e \ue000 0\ue001'.split(
		' ',
	);
const edit = fc.record({
	at: fc.nat(600),
	cut: fc.nat(30),
	piece: fc.constantFrom(...PIECES, '\n', '\n\n', '\t', '\r\n', '    '),
});

test('renders a page for any partly typed document', () => {
	fc.assert(
		fc.property(fc.constantFrom(...FILES), fc.array(edit, { minLength: 1, maxLength: 8 }), (file, edits) => {
			const log = logOf(FILES.map(({ path, text }) => `//- ${path}\n${text}`).join(''));
			const mutated = edits.reduce(
				(text, { at, cut, piece }) => text.slice(0, at) + piece + text.slice(at + cut),
				file.text,
			);
			log.set(uriOf(file.path), mutated, file.kind);
			for (const { path } of FILES) {
				expect(offencesOf(renderPage(pageOf(log, path), throwDefect))).toEqual([]);
			}
		}),
		{ numRuns: 150 },
	);
});

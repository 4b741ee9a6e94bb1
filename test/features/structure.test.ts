import { describe, expect, test } from 'vitest';
import type { DocumentHighlight, FoldingRange, SelectionRange } from 'vscode-languageserver-types';
import { documentHighlights } from '../../src/features/document-highlights.ts';
import { foldingRanges } from '../../src/features/folding-ranges.ts';
import { selectionRanges } from '../../src/features/selection-ranges.ts';
import { formatLocation, openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const RECORD = `# A record
# of two comment lines
title: A
impact: none
started_at: 2024-08-26T09:00:00-04:00
updates:
- at: 2024-08-26T09:10:00-04:00
  body: |
    One.

    Two.
timeline:
  - { at: 2024-08-26T09:05:00-04:00, text: Alert }
  - { at: 2024-08-26T09:06:00-04:00, text: Page }

action_items: []
`;

/** Formats the folds as the lines of their start and end, from 1. */
async function folds(marked: string): Promise<string[]> {
	const { ask } = openLog(marked);
	const found = await ask<FoldingRange[]>(foldingRanges);
	return found.map(({ startLine, endLine, kind }) => [`${startLine + 1}-${endLine + 1}`, kind ?? ''].join(' ').trim());
}

describe('folding', () => {
	test('contains comments, fields and items of several lines, without the empty lines after them', async () => {
		expect(await folds(RECORD)).toEqual(['1-2 comment', '6-11', '7-11', '8-11', '12-14']);
	});

	test('of a page contains the front matter and its fields', async () => {
		expect(await folds(`//- /incidents/a.md\n---\n$0title: A\ncomponents:\n  - x\n---\n\n# A\n`)).toEqual([
			'1-5 region',
			'3-4',
		]);
	});

	test('of a page without front matter is that of the editor', async () => {
		expect(await folds('//- /bulletins/2024-08-31.md\n# 2024-08-31$0\n')).toEqual([]);
	});
});

describe('document highlights', () => {
	async function highlights(marked: string): Promise<string[]> {
		const { ask, cursor, log } = openLog(marked);
		const found = await ask<DocumentHighlight[]>(documentHighlights);
		return found.map(({ range, kind }) => `${formatLocation(log, { uri: cursor.uri, range })} ${kind}`);
	}

	test('are all references to the incident at the cursor, also dated mentions', async () => {
		expect(await highlights(SMALL_LOG.replace('[[2024-07-12-jobs', () => '[[2024-07$0-12-jobs'))).toEqual([
			'incidents/2024-08-15-store.md:6:11 2024-07-12-jobs 2',
			'incidents/2024-08-15-store.md:9:28 July 12 incident 2',
			'incidents/2024-08-15-store.md:9:57 2024-07-12-jobs 2',
		]);
	});

	test('contain the definition', async () => {
		expect(await highlights('id: on$0e\ntitle: A\nsummary: See [[one]].\n')).toEqual([
			'incidents/2024-08-26-lease.yaml:1:5 one 3',
			'incidents/2024-08-26-lease.yaml:3:16 one 2',
		]);
	});

	test('are empty elsewhere', async () => {
		expect(await highlights('title: A\nimp$0act: none\n')).toEqual([]);
	});
});

describe('selection ranges', () => {
	/** The texts from the innermost to the outermost range; of long ones the number of lines. */
	async function selections(marked: string): Promise<string[]> {
		const { ask, cursor, log } = openLog(marked);
		const [first] = await ask<SelectionRange[]>(selectionRanges, { positions: [cursor.position] });
		const texts: string[] = [];
		for (let range = first; range !== undefined; range = range.parent) {
			const lines = range.range.end.line - range.range.start.line;
			texts.push(
				lines > 0
					? `${lines} line breaks`
					: formatLocation(log, { uri: cursor.uri, range: range.range }).replace(/^\S+ /, ''),
			);
		}
		return texts;
	}

	test('grow from a value to its field, its item, its list and the record', async () => {
		expect(await selections(RECORD.replace('Alert', () => 'Al$0ert'))).toEqual([
			'Alert',
			'text: Alert',
			'{ at: 2024-08-26T09:05:00-04:00, text: Alert }',
			'1 line breaks',
			'2 line breaks',
			'16 line breaks',
		]);
	});

	test('grow from a link to its paragraph, its section and the page', async () => {
		const page = '# 2024-08-31\n\n## Notes\n\nSee [[2024-07-12$0-jobs]] again.\n\nEnd.\n\n## More\n\nText.\n';
		expect(await selections(`//- /bulletins/2024-08-31.md\n${page}`)).toEqual([
			'2024-07-12-jobs',
			'[[2024-07-12-jobs]]',
			'See [[2024-07-12-jobs]] again.',
			'6 line breaks',
			'6 line breaks',
			'11 line breaks',
			'11 line breaks',
		]);
	});
});

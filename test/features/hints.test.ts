import { describe, expect, test } from 'vitest';
import type { CodeLens, InlayHint } from 'vscode-languageserver-types';
import { codeLenses } from '../../src/features/code-lenses.ts';
import { inlayHints } from '../../src/features/inlay-hints.ts';
import { openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

describe('code lenses', () => {
	const lenses = async (marked: string) =>
		(await openLog(marked).ask<CodeLens[]>(codeLenses)).map(
			({ range, command }) => `${range.start.line + 1}: ${command?.title} (${command?.arguments?.[2].length})`,
		);

	test('state the references to a record, and its bulletin', async () => {
		const marked = `${SMALL_LOG.replace('title: Jobs', () => 'title: $0Jobs')}//- /bulletins/2024-07-13.md\n# 2024-07-13\n`;
		expect(await lenses(marked)).toEqual(['1: referred to by 5 (5)', '1: in the bulletin of 13 July 2024 (1)']);
	});

	test('state the open action items only', async () => {
		const items = '  - { title: A, status: open }\n  - { title: B, status: done }\n  - { title: C }\n';
		expect(await lenses(`title: $0A\naction_items:\n${items}`)).toEqual(['1: 2 open action items (2)']);
	});

	test('are absent without references', async () => {
		expect(await lenses('title: $0A\n')).toEqual([]);
	});
});

describe('inlay hints', () => {
	const RECORD = `title: A$0
started_at: 2024-08-26T09:00:00-04:00
detected_at: 2024-08-26T13:11:00Z
resolved_at: "2024-08-26T12:35:00-04:00"
timeline:
  - { at: 2024-08-26T08:50:00-04:00, text: Deploy }
`;
	const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

	async function hints(marked: string, range = all): Promise<string[]> {
		const found = await openLog(marked).ask<InlayHint[]>(inlayHints, { range });
		return found.map(
			({ position, label, data }) => `${position.line + 1}:${position.character + 1} ${label} ${data.kind}`,
		);
	}
	const inLog = (record: string) =>
		`//- /incident-log.yaml\ntime_zone: America/New_York\n//- /incidents/a.yaml\n${record}`;

	test('state weekday, local time, duration and the time since the start, behind the quotes of a value', async () => {
		expect(await hints(inLog(RECORD))).toEqual([
			'2:38 Monday weekday',
			'3:34 26 August 2024, 09:11 EDT localTime',
			'3:34 +11 min sinceStart',
			'4:41 3 h 35 min duration',
			'6:36 −10 min sinceStart',
		]);
	});

	test('are those of the requested range, and none of a date without a time', async () => {
		const line = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
		expect(await hints(inLog(RECORD), line)).toEqual(['4:41 3 h 35 min duration']);
		expect(await hints(inLog('title: A$0\nstarted_at: 2024-08-26\n'))).toEqual([]);
	});
});

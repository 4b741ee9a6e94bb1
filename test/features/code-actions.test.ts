import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../src/core/text-edit.ts';
import { codeActions } from '../../src/features/code-actions.ts';
import { documentDiagnostics } from '../../src/features/document-diagnostics.ts';
import { fromLspRange } from '../../src/features/positions.ts';
import { EDITOR, openLog } from './harness.ts';

const RECORD = `titel: New
impact: SEV1$0
started_at: 2024-08-26 09:00 EST
resolved_at: 2024-08-26T10:00:00-04:00
status: resolved
`;
const MARKED = `//- /incident-log.yaml
time_zone: America/New_York
//- /incidents/2024-08-26-n.yaml
${RECORD}`;

async function actions(marked: string, only?: string[], client = EDITOR) {
	const opened = openLog(marked, { client });
	const { items } = await opened.ask<{ items: Diagnostic[] }>(documentDiagnostics);
	const document = opened.log.document(opened.cursor.uri);
	const range = document && {
		start: { line: 0, character: 0 },
		end: document.lines.positionAt(document.text.length),
	};
	const found = await opened.ask<CodeAction[]>(codeActions, {
		range,
		context: { diagnostics: items, ...(only && { only }) },
	});
	const fixedText = ({ edit }: CodeAction) => {
		const [change] = edit?.documentChanges ?? [];
		const edits = (change && 'edits' in change ? change.edits : edit?.changes?.[opened.cursor.uri]) as TextEdit[];
		return applyEdits(
			document?.text ?? '',
			edits.map(({ range, newText }) => ({
				range: document ? fromLspRange(document, range) : { start: 0, end: 0 },
				newText,
			})),
		);
	};
	return { found, fixedText };
}

describe('quick fixes', () => {
	test('are offered for every finding in the range, with its diagnostic', async () => {
		const { found } = await actions(MARKED);
		expect(found.length).toBeGreaterThan(1);
		for (const action of found) {
			expect(action.kind).toBe('quickfix');
			expect(action.diagnostics?.length).toBe(1);
			expect(action.edit).toMatchObject({ documentChanges: [{ textDocument: { version: 7 } }] });
		}
	});

	test('change only the range of the fault', async () => {
		const { found, fixedText } = await actions(MARKED);
		const title = found.find(({ diagnostics }) => diagnostics?.[0]?.code === 'schema/unknown-field');
		expect(title && fixedText(title)).toBe(RECORD.replace('$0', '').replace('titel', 'title'));
		const zone = found.find(({ diagnostics }) => diagnostics?.[0]?.code === 'time/zone-not-in-force');
		expect(zone && fixedText(zone)).toContain('EDT');
	});

	test('are offered only for findings at the cursor', async () => {
		const { cursor, ask } = openLog(MARKED.replace('$0', '').replace('titel', () => 'ti$0tel'));
		const found = await ask<CodeAction[]>(codeActions, {
			range: { start: cursor.position, end: cursor.position },
			context: { diagnostics: [] },
		});
		expect(found.map(({ title }) => title)).toEqual(['Rename to `title`', 'Rename to `x-titel`']);
	});

	test('have no versions for a client without `documentChanges`', async () => {
		const { found } = await actions(MARKED, undefined, {});
		expect(found[0]?.edit).toHaveProperty('changes');
	});
});

describe('fix all', () => {
	test.each([[['source.fixAll']], [['source.fixAll.incidentLog']], [['source']]])('is offered for %s', async only => {
		const { found, fixedText } = await actions(MARKED, only);
		expect(found.map(({ kind }) => kind)).toEqual(['source.fixAll.incidentLog']);
		expect(found[0] && fixedText(found[0])).not.toContain('09:00 EST');
	});

	test.each([[['source.organizeImports']], [['refactor']], [['source.fixAll.other']]])(
		'is not offered for %s',
		async only => {
			expect((await actions(MARKED, only)).found).toEqual([]);
		},
	);

	test('is not a quick fix, and not offered without a safe fix', async () => {
		const { found } = await actions(MARKED, ['quickfix']);
		expect(found.every(({ kind }) => kind === 'quickfix')).toBe(true);
		const clean =
			'title: A$0\nimpact: none\nstatus: resolved\nstarted_at: 2024-08-26T09:00:00Z\nresolved_at: 2024-08-26T09:30:00Z\n';
		expect((await actions(clean, ['source.fixAll'])).found).toEqual([]);
	});
});

import { describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
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
		expect(found.map(({ title }) => title)).toEqual([
			'Rename to `title`',
			'Rename to `x-titel`',
			'Suppress `schema/invalid` with a reason',
			'Suppress `schema/unknown-field` with a reason',
		]);
	});

	test('have no versions for a client without `documentChanges`', async () => {
		const { found } = await actions(MARKED, undefined, {});
		expect(found[0]?.edit).toHaveProperty('changes');
	});
});

const CREATING: ClientCapabilities = {
	...EDITOR,
	workspace: {
		workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
	},
};

/** The quick fixes at the cursor. */
async function atCursor(marked: string, client = CREATING) {
	const { cursor, ask } = openLog(marked, { client });
	return ask<CodeAction[]>(codeActions, {
		range: { start: cursor.position, end: cursor.position },
		context: { diagnostics: [] },
	});
}

const VALID =
	'title: A\nimpact: none\nstatus: resolved\nstarted_at: 2024-08-26T09:00:00Z\nresolved_at: 2024-08-26T09:30:00Z\n';

describe('quick fixes for the values of a message', () => {
	test('are offered for each value, and quoted where YAML needs it', async () => {
		const found = await atCursor(
			`//- /incident-log.yaml\nimpact:\n  levels: [none, minor, 'yes']\n//- /incidents/a.yaml\n${VALID.replace('none', () => 'qu$0ux')}`,
		);
		expect(found.map(({ title }) => title)).toEqual([
			'Change to `none`',
			'Change to `minor`',
			'Change to `yes`',
			'Suppress `impact/unknown-level` with a reason',
		]);
		expect(found[2]?.edit).toMatchObject({ documentChanges: [{ edits: [{ newText: '"yes"' }] }] });
	});
});

describe('a missing document', () => {
	const created = (action: CodeAction | undefined) => {
		const [file, text] = action?.edit?.documentChanges ?? [];
		const [edit] = text && 'edits' in text ? text.edits : [];
		return [file && 'uri' in file ? file.uri : '', edit && 'newText' in edit ? edit.newText : ''];
	};
	const find = async (marked: string, title: string, client = CREATING) =>
		(await atCursor(marked, client)).find(each => each.title === title);

	test('is created as an incident, on the day of its id', async () => {
		const marked = `//- /incidents/a.yaml\n${VALID}references: [{ id: 2024-08-15-sto$0re-down, relation: related }]\n`;
		expect(created(await find(marked, 'Create incident `2024-08-15-store-down`'))).toEqual([
			'file:///log/incidents/2024-08-15-store-down.yaml',
			'title: Store down\nstatus: investigating\nstarted_at: 2024-08-15T12:00:00Z\n',
		]);
	});

	test('is created as the postmortem of the incident', async () => {
		const marked = `//- /incidents/a.yaml\n${VALID}postmortem: wh$0y\n`;
		const [uri, text] = created(await find(marked, 'Create postmortem `why`'));
		expect(uri).toBe('file:///log/postmortems/why.md');
		expect(text).toContain('incident: a\n');
	});

	test('is created as the bulletin of a week', async () => {
		const marked = `//- /bulletins/2024-08-31.md\n# 2024-08-31\n\nSee last week's bull$0etin.\n`;
		const [uri] = created(await find(marked, 'Create the bulletin of 2024-08-24'));
		expect(uri).toBe('file:///log/bulletins/2024-08-24.md');
	});

	test('is not offered to a client that cannot create files, and not for a known id', async () => {
		const marked = `//- /incidents/a.yaml\n${VALID}postmortem: wh$0y\n`;
		expect(await find(marked, 'Create postmortem `why`', EDITOR)).toBeUndefined();
	});
});

describe('a suppression comment', () => {
	/** The document after the first suppression at the cursor, and the codes that are still reported. */
	async function suppressed(marked: string) {
		const { cursor, ask, log, set } = openLog(marked);
		const found = await ask<CodeAction[]>(codeActions, {
			range: { start: cursor.position, end: cursor.position },
			context: { diagnostics: [] },
		});
		const action = found.find(({ title }) => title.startsWith('Suppress'));
		const code = action?.title.split('`')[1];
		const document = log.document(cursor.uri);
		const [change] = action?.edit?.documentChanges ?? [];
		const edits = (change && 'edits' in change ? change.edits : []) as TextEdit[];
		const text = applyEdits(
			document?.text ?? '',
			edits.map(({ range, newText }) => ({
				range: document ? fromLspRange(document, range) : { start: 0, end: 0 },
				newText,
			})),
		);
		set(cursor.uri.slice('file:///log/'.length), text);
		return { text, codes: log.findings(cursor.uri).map(finding => finding.code), code };
	}

	test.each([
		['a field', VALID.replace('none', () => 'qu$0ux')],
		['an item', `${VALID}action_items:\n  - title: A\n    owner: a\n    status: qu$0ux\n`],
		['a text of several lines', `${VALID}summary: |\n  One.\n\n  TBD: see [[2024-01-0$01-nothing]].\n  status: x\n`],
		['front matter', `//- /incidents/a.md\n---\n${VALID.replace('none', () => 'qu$0ux')}---\n`],
		['a paragraph', `//- /postmortems/a.md\n# A\n\nOne line,\nand [[2024-01-0$01-nothing]].\n`],
		['a table', `//- /postmortems/a.md\n# A\n\n| a | b |\n|---|---|\n| x | [[2024-01-0$01-nothing]] |\n`],
		['a list item', `//- /postmortems/a.md\n# A\n\n- one\n- [[2024-01-0$01-nothing]]\n`],
	])('suppresses the finding in %s, and leaves no other one', async (_caption, marked) => {
		const { codes, code, text } = await suppressed(marked);
		expect(code).toBeDefined();
		expect(text).toContain(`incident-log-disable-next-line ${code} -- reason`);
		expect(codes).not.toContain(code);
		expect(codes.filter(each => /^(?:suppression|schema|internal)\//.test(each))).toEqual([]);
	});

	test('has the reason selected if the client supports snippets in edits', async () => {
		const found = await atCursor(VALID.replace('none', () => 'qu$0ux'));
		const action = found.find(({ title }) => title.startsWith('Suppress'));
		expect(action?.edit).toMatchObject({
			documentChanges: [
				{
					edits: [
						{
							range: { start: { line: 1, character: 0 } },
							snippet: { value: `# incident-log-disable-next-line impact/unknown-level -- \${1:reason}\n` },
						},
					],
				},
			],
		});
	});
});

describe('all fixes of a rule', () => {
	test('are one quick fix if there are several', async () => {
		const times = `started_at: 2024-08-26 9$0:00 EDT\ndetected_at: 2024-08-26 9:10 EDT\n`;
		const found = await atCursor(
			`//- /incident-log.yaml\ntime_zone: America/New_York\n//- /incidents/a.yaml\n${VALID.replace(/started_at.*\n/, () => times)}`,
		);
		const all = found.find(({ title }) => title === 'Fix all `time/format` in this file');
		const [change] = all?.edit?.documentChanges ?? [];
		expect(change && 'edits' in change && change.edits).toHaveLength(2);
	});
});

describe('fix all', () => {
	test('applies fixes until none is left, as the command line does', async () => {
		const marked = `//- /incident-log.yaml\ntime_zone: America/New_York\n//- /incidents/2024-08-26-n.yaml\ntitle: New\nimpact: none$0\nstarted_at: 2024-08-26 9:00 EST\nresolved_at: 2024-08-26T10:00:00-04:00\nstatus: resolved\n`;
		const { found, fixedText } = await actions(marked, ['source.fixAll']);
		expect(found[0] && fixedText(found[0])).toContain('started_at: 2024-08-26T09:00:00-04:00\n');
	});

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

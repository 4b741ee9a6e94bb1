import type { CodeActionRequest } from 'vscode-languageserver-protocol';
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../core/finding.ts';
import { safeEdits } from '../core/safe-edits.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { documentFeature } from './feature.ts';
import { fromLspRange } from './positions.ts';
import { toWorkspaceEdit } from './workspace-edit.ts';

/** The kind of the fix-all action, as in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.incidentLog`;

/** The fixes of findings at the cursor, and one action for all safe fixes of the document. */
export const codeActions = documentFeature<typeof CodeActionRequest>({
	method: 'textDocument/codeAction',
	capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
	handle: ({ document, log, session }, { range, context }): CodeAction[] => {
		const isRequested = (kind: string) =>
			context.only === undefined || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
		const findings = log.findings(document.uri);
		const edit = (edits: readonly TextEdit[]) => toWorkspaceEdit(session, log, new Map([[document.uri, edits]]));
		const actions: CodeAction[] = [];
		if (isRequested(CodeActionKind.QuickFix)) {
			const at = fromLspRange(document, range);
			const touched = findings.filter(finding => finding.range.start <= at.end && at.start <= finding.range.end);
			for (const finding of touched) {
				const diagnostics = context.diagnostics.filter(diagnostic => isOf(diagnostic, finding, document));
				for (const [index, fix] of finding.fixes.entries()) {
					actions.push({
						title: fix.title,
						kind: CodeActionKind.QuickFix,
						diagnostics,
						isPreferred: fix.safe && index === 0,
						edit: edit(fix.edits),
					});
				}
			}
		}
		// Only on explicit request: a fix-all action is not a quick fix for the cursor's position.
		if (context.only !== undefined && isRequested(FIX_ALL)) {
			const edits = safeEdits(log.everyFinding(document.uri));
			if (edits.length > 0) {
				actions.push({ title: 'Apply all safe fixes', kind: FIX_ALL, edit: edit(edits) });
			}
		}
		return actions;
	},
});

function isOf({ code, range }: Diagnostic, finding: Finding, document: LogDocument): boolean {
	const { start, end } = fromLspRange(document, range);
	return code === finding.code && start === finding.range.start && end === finding.range.end;
}

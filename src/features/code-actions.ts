import type { CodeActionRequest } from 'vscode-languageserver-protocol';
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../core/finding.ts';
import { safeEdits } from '../core/safe-edits.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { documentFeature } from './feature.ts';
import { fromLspRange } from './positions.ts';
import { toWorkspaceEdit } from './workspace-edit.ts';

/** Fix-all on save, as one writes it in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.incidentLog`;

/** The fixes of the findings under the cursor, and all safe ones of the document at once. */
export const codeActions = documentFeature<typeof CodeActionRequest>({
	method: 'textDocument/codeAction',
	capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
	handle: ({ document, log, session }, { range, context }): CodeAction[] => {
		const wants = (kind: string) =>
			context.only === undefined || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
		const findings = log.findings(document.uri);
		const edit = (edits: readonly TextEdit[]) => toWorkspaceEdit(session, log, new Map([[document.uri, edits]]));
		const actions: CodeAction[] = [];
		if (wants(CodeActionKind.QuickFix)) {
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
		// Asked for only by name: in a menu of quick fixes it would be a stranger.
		if (context.only !== undefined && wants(FIX_ALL)) {
			const edits = safeEdits(log.everyFinding(document.uri));
			if (edits.length > 0) {
				actions.push({ title: 'Fix all that can safely be fixed', kind: FIX_ALL, edit: edit(edits) });
			}
		}
		return actions;
	},
});

function isOf({ code, range }: Diagnostic, finding: Finding, document: LogDocument): boolean {
	const { start, end } = fromLspRange(document, range);
	return code === finding.code && start === finding.range.start && end === finding.range.end;
}

import type { CodeActionRequest } from 'vscode-languageserver-protocol';
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Finding } from '../core/finding.ts';
import { safeEdits } from '../core/safe-edits.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { rules } from '../rules/index.ts';
import { documentsToCreate } from './create-actions.ts';
import { documentFeature } from './feature.ts';
import { fixAllEdits } from './fix-all.ts';
import { fromLspRange } from './positions.ts';
import { suppressionOf } from './suppress-action.ts';
import { valueFixes } from './value-actions.ts';
import { creation, insertion, toWorkspaceEdit } from './workspace-edit.ts';

/** Rules whose findings cannot be suppressed. */
const ALWAYS_ON: ReadonlySet<string> = new Set(rules.filter(({ alwaysOn }) => alwaysOn).map(({ code }) => code));

/** The kind of the fix-all action, as in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.incidentLog`;

/**
 * The fixes of findings at the cursor, the values that they expect, documents that resolve a reference, suppression comments,
 * and one action for all safe fixes of the document.
 */
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
			const quickFix = (finding: Finding, title: string, edit: WorkspaceEdit, isPreferred = false) => {
				const diagnostics = context.diagnostics.filter(diagnostic => isOf(diagnostic, finding, document));
				actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit });
			};
			for (const finding of touched) {
				for (const [index, fix] of [...finding.fixes, ...valueFixes(finding, document)].entries()) {
					quickFix(finding, fix.title, edit(fix.edits), fix.safe && index === 0);
				}
				if (finding.code === 'reference/unresolved' || finding.code === 'bulletin/previous-missing') {
					for (const { title, file } of documentsToCreate(document, log, finding.range.start)) {
						const create = creation(session, file.uri, file.text);
						if (create !== undefined) {
							quickFix(finding, title, create);
						}
					}
				}
			}
			const fixable =
				touched.length === 0
					? []
					: log.everyFinding(document.uri).filter(({ fixes }) => fixes.some(({ safe }) => safe));
			for (const finding of distinctBy(touched, ({ code }) => code)) {
				const { code } = finding;
				const ofRule = fixable.filter(each => each.code === code);
				if (ofRule.length > 1) {
					quickFix(finding, `Fix all \`${code}\` in this file`, edit(safeEdits(ofRule)));
				}
				if (!ALWAYS_ON.has(code)) {
					const { offset, before, after } = suppressionOf(finding, document);
					const comment = insertion(session, document, offset, [before, 'reason', after]);
					quickFix(finding, `Suppress \`${code}\` with a reason`, comment);
				}
			}
		}
		// Only on explicit request: a fix-all action is not a quick fix for the cursor's position.
		if (context.only !== undefined && isRequested(FIX_ALL)) {
			const edits = fixAllEdits(log, document);
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

function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
	return [...new Map(items.toReversed().map(item => [key(item), item])).values()].toReversed();
}

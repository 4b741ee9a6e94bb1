import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import { documentHighlights } from './document-highlights.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { foldingRanges } from './folding-ranges.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { prepareRename } from './prepare-rename.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { renameFiles } from './rename-files.ts';
import { selectionRanges } from './selection-ranges.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** All features of the language server. To add one, write its file and one line here. */
export const features: readonly Feature[] = [
	documentDiagnostics,
	workspaceDiagnostics,
	hover,
	definition,
	references,
	completion,
	codeActions,
	documentLinks,
	documentSymbols,
	workspaceSymbols,
	codeLenses,
	inlayHints,
	documentHighlights,
	foldingRanges,
	selectionRanges,
	prepareRename,
	rename,
	renameFiles,
];

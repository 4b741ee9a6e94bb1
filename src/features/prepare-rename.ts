import type { PrepareRenameRequest } from 'vscode-languageserver-protocol';
import { documentFeature } from './feature.ts';
import { toLspRange } from './positions.ts';
import { renameTargetAt } from './rename-target.ts';

/** The id at the cursor that can be renamed. */
export const prepareRename = documentFeature<typeof PrepareRenameRequest>({
	method: 'textDocument/prepareRename',
	capabilities: {},
	handle: ({ document, log }, { position }) => {
		const target = renameTargetAt({ document, log }, document.lines.offsetAt(position));
		return target ? { range: toLspRange(document, target.range), placeholder: target.definition.id } : null;
	},
});

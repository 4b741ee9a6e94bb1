import * as vscode from 'vscode';

/** Returns the hovers at a position as one text. */
export async function hoverText(uri: vscode.Uri, at: vscode.Position): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
	return hovers
		.flatMap(({ contents }) => contents)
		.map(content => (typeof content === 'string' ? content : content.value))
		.join('\n');
}

const uriOf = (place: vscode.Location | vscode.LocationLink) => ('targetUri' in place ? place.targetUri : place.uri);

/** The files that "go to definition" leads to. */
export async function definitions(uri: vscode.Uri, at: vscode.Position): Promise<vscode.Uri[]> {
	const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
		'vscode.executeDefinitionProvider',
		uri,
		at,
	);
	return found.map(uriOf);
}

/** The files that "find all references" finds, once for each reference. */
export async function references(uri: vscode.Uri, at: vscode.Position): Promise<vscode.Uri[]> {
	const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, at);
	return found.map(uriOf);
}

/** Returns the labels of completion items, without snippets and words of the file. */
export async function completions(uri: vscode.Uri, at: vscode.Position): Promise<string[]> {
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		uri,
		at,
	);
	const { Snippet, Text } = vscode.CompletionItemKind;
	return items
		.filter(({ kind }) => kind !== Snippet && kind !== Text)
		.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/**
 * Returns the quick fixes with an edit. Empty if VS Code cancels the request, as it does when a file changes
 * meanwhile.
 */
export async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
	const actions = await vscode.commands
		.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			uri,
			range,
			vscode.CodeActionKind.QuickFix.value,
		)
		.then(undefined, () => []);
	return actions.filter(({ edit }) => edit !== undefined);
}

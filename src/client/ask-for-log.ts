import { commands, window } from 'vscode';

const START = 'Start a Log Here…';

/** States that there is no log, and offers to start one. */
export async function askForLog(): Promise<void> {
	const chosen = await window.showInformationMessage('No log in this workspace.', START);
	if (chosen === START) {
		await commands.executeCommand('incidentLog.startLog');
	}
}

import { env, Uri, window } from 'vscode';
import type { ListedIncident } from '../../server/protocol.ts';
import type { Author } from '../author.ts';
import type { CommandHandlers } from '../commands.ts';
import type { Preview } from '../preview/preview.ts';

type MenuCommand = 'copyReference' | 'newPostmortemOf' | 'openPostmortem' | 'openPreviewOf';

/** The commands in the menu of an incident. Their argument is an item of a view; without one they do nothing. */
export function incidentMenu(author: Author, preview: Preview): Pick<CommandHandlers, MenuCommand> {
	const forIncident = (run: (incident: ListedIncident) => Promise<unknown>) => (argument: unknown) => {
		const incident = incidentIn(argument);
		return incident && run(incident);
	};
	return {
		copyReference: forIncident(async ({ id }) => {
			await env.clipboard.writeText(`[[${id}]]`);
			window.setStatusBarMessage(`Copied [[${id}]]`, 3000);
		}),
		newPostmortemOf: forIncident(incident => author.newPostmortemOf(incident)),
		openPostmortem: forIncident(async ({ postmortem }) => {
			if (postmortem !== null) {
				await window.showTextDocument(Uri.parse(postmortem));
			}
		}),
		openPreviewOf: forIncident(async ({ uri }) => {
			await window.showTextDocument(Uri.parse(uri));
			preview.open();
		}),
	};
}

function incidentIn(argument: unknown): ListedIncident | undefined {
	const isItem = typeof argument === 'object' && argument !== null && 'incident' in argument;
	return isItem ? (argument as { readonly incident: ListedIncident }).incident : undefined;
}

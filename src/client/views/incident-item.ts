import { MarkdownString, Range, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedIncident } from '../../server/protocol.ts';
import { signOf } from '../incident-sign.ts';

/** An incident in a view. The description is read out after the title; the icon repeats the level that it states. */
export function incidentItem(incident: ListedIncident, remark = ''): TreeItem {
	const { title, id, recordKind, date, impact, duration, uri, position, postmortem } = incident;
	const item = new TreeItem(title, TreeItemCollapsibleState.None);
	const stated = recordKind === 'incident' ? (impact ?? 'no impact stated') : recordKind;
	const facts = [remark, stated, duration].filter(part => part !== '').join(' · ');
	item.description = facts;
	item.iconPath = signOf(incident);
	// The colour and number of its problems come from the file.
	item.resourceUri = Uri.parse(uri);
	item.tooltip = new MarkdownString()
		.appendText(title)
		.appendMarkdown('\n\n')
		.appendText([id, date ?? 'no date', facts].join(' · '));
	item.accessibilityInformation = { label: [title, date, facts].filter(Boolean).join(', ') };
	item.contextValue = `${recordKind} ${postmortem === null ? 'withoutPostmortem' : 'withPostmortem'}`;
	const { line, character } = position;
	item.command = {
		command: 'vscode.open',
		title: 'Open',
		arguments: [Uri.parse(uri), { selection: new Range(line, character, line, character), preview: true }],
	};
	return item;
}

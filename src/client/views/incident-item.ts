import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedIncident } from '../../server/protocol.ts';

/** An incident in a view. The description is read out after the title; the icon repeats the level that it states. */
export function incidentItem(incident: ListedIncident, remark = ''): TreeItem {
	const { title, id, recordKind, date, impact, duration, isOpen, uri, position, postmortem } = incident;
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
	item.contextValue = [
		recordKind,
		isOpen ? 'open' : 'closed',
		postmortem === null ? 'withoutPostmortem' : 'withPostmortem',
	].join(' ');
	const { line, character } = position;
	item.command = {
		command: 'vscode.open',
		title: 'Open',
		arguments: [Uri.parse(uri), { selection: new Range(line, character, line, character), preview: true }],
	};
	return item;
}

/** An open incident has a flame; the worse a level, the fuller and warmer its sign. Other documents have one of their kind. */
function signOf({ isOpen, weight, kind, recordKind }: ListedIncident): ThemeIcon {
	if (recordKind !== 'incident') {
		return new ThemeIcon(recordKind === 'bulletin' ? 'book' : 'output');
	}
	if (isOpen) {
		return new ThemeIcon('flame', new ThemeColor('charts.red'));
	}
	if (kind === 'maintenance' || kind === 'notice') {
		return new ThemeIcon(kind === 'notice' ? 'info' : 'tools');
	}
	if (weight === null || weight === 0) {
		return new ThemeIcon('circle-outline');
	}
	return weight === 1
		? new ThemeIcon('circle-filled', new ThemeColor('charts.red'))
		: new ThemeIcon(weight >= 0.5 ? 'circle-filled' : 'circle-outline', new ThemeColor('charts.orange'));
}

import { ThemeColor, ThemeIcon } from 'vscode';
import type { ListedIncident } from '../server/protocol.ts';

/** An open incident has a flame; the worse a level, the fuller and warmer its sign. Other documents have one of their kind. */
export function signOf({ isOpen, weight, kind, recordKind }: ListedIncident): ThemeIcon {
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

import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { IncidentsResult } from '../server/protocol.ts';
import { signOf } from './incident-sign.ts';

type List = NonNullable<IncidentsResult>;
type Incident = List['incidents'][number];

interface IncidentItem extends QuickPickItem {
	readonly incident?: Incident;
}

/** Asks for an incident of a log; open ones are first, then the newest. */
export async function chooseIncident(
	log: List,
	title: string,
	incidents: readonly Incident[],
): Promise<Incident | undefined> {
	if (incidents.length === 0) {
		await window.showInformationMessage(`No incident of ${log.title} can be chosen for “${title}”.`);
		return undefined;
	}
	const open = incidents.filter(({ isOpen }) => isOpen);
	const others = incidents.filter(({ isOpen }) => !isOpen);
	const items: readonly IncidentItem[] = [...group('Open', open), ...group('Earlier', others)];
	const chosen = await window.showQuickPick(items, {
		title: `${title} of ${log.title}`,
		placeHolder: 'The incident, by title, id or date',
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return chosen?.incident;
}

function group(label: string, incidents: readonly Incident[]): readonly IncidentItem[] {
	return incidents.length === 0
		? []
		: [{ label, kind: QuickPickItemKind.Separator }, ...incidents.map(incident => itemOf(incident))];
}

/** "Disk full", "2024-08-26-disk-full", "26 Aug 2024 · major · 3 h 35 min". */
function itemOf(incident: Incident): IncidentItem {
	const { title, id, date, impact, duration } = incident;
	const detail = [date, impact, duration].filter(part => part !== null && part !== '').join(' · ');
	return { label: `$(${signOf(incident).id}) ${title}`, description: id, ...(detail !== '' && { detail }), incident };
}

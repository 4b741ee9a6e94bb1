import { type QuickPickItem, Range, Uri, window } from 'vscode';
import type { IncidentsResult, NewParams } from '../server/protocol.ts';
import { createFile } from './create-file.ts';
import { chooseIncident } from './incident-choice.ts';
import { chooseLog } from './log-choice.ts';
import type { LogServer } from './log-server.ts';

type List = NonNullable<IncidentsResult>;

/** Creates documents of a log with a few questions. Escape ends a command without a change. */
export class Author {
	readonly #server: LogServer;

	constructor(server: LogServer) {
		this.#server = server;
	}

	/** Asks for the title, the impact level and, if the log has a list of them, the components. */
	async newIncident(): Promise<void> {
		const log = await this.#log();
		if (log === undefined) {
			return;
		}
		const steps = log.components.length > 0 ? 3 : 2;
		const step = (index: number) => `New Incident in ${log.title} (${index} of ${steps})`;
		const title = await window.showInputBox({
			title: step(1),
			prompt: 'The title, as in the bulletin. The incident starts now.',
			placeHolder: 'Disk full on the job queue',
			ignoreFocusOut: true,
			validateInput: text => (text.trim() === '' ? 'Expected a title.' : undefined),
		});
		if (title === undefined) {
			return;
		}
		const level = await window.showQuickPick<LevelItem>(levelItems(log.levels), {
			title: step(2),
			placeHolder: 'The effect on users',
			ignoreFocusOut: true,
		});
		if (level === undefined) {
			return;
		}
		const components = await chooseComponents(log, step(3));
		if (components !== undefined) {
			const impact = level.level === undefined ? {} : { impact: level.level };
			await this.#create(log, { kind: 'incident', title, ...impact, components });
		}
	}

	/** Asks for one of the incidents without a postmortem. */
	async newPostmortem(): Promise<void> {
		const log = await this.#log();
		const incident = log && (await chooseIncident(log, 'New Postmortem', this.#withoutPostmortem(log)));
		if (log && incident) {
			await this.#create(log, { kind: 'postmortem', incident: incident.id });
		}
	}

	/** The same for a chosen incident. */
	async newPostmortemOf({ id, uri }: List['incidents'][number]): Promise<void> {
		const log = await this.#server.incidents(Uri.parse(uri));
		if (log !== null) {
			await this.#create(log, { kind: 'postmortem', incident: id });
		}
	}

	async newBulletin(): Promise<void> {
		const log = await this.#log();
		if (log !== undefined) {
			await this.#create(log, { kind: 'bulletin' });
		}
	}

	#withoutPostmortem({ incidents }: List): List['incidents'] {
		return incidents.filter(({ postmortem }) => postmortem === null);
	}

	/** The incidents of the log in front, or undefined after the user was asked to start a log. */
	async #log(): Promise<List | undefined> {
		const root = await chooseLog(this.#server);
		return root && ((await this.#server.incidents(root)) ?? undefined);
	}

	async #create({ root }: List, document: NewParams['document']): Promise<void> {
		const composed = await this.#server.compose(Uri.parse(root), document);
		if (composed === null) {
			return;
		}
		if ('refused' in composed) {
			await showRefusal(composed);
			return;
		}
		const { uri, text, selection } = composed;
		const { start, end } = selection;
		await createFile(Uri.parse(uri), text, new Range(start.line, start.character, end.line, end.character));
	}
}

interface Refusal {
	readonly refused: string;
	readonly existing: string | null;
}

/** Opens an existing document, and reports any other reason. */
async function showRefusal({ refused, existing }: Refusal): Promise<void> {
	if (existing === null) {
		await window.showErrorMessage(refused);
		return;
	}
	await window.showTextDocument(Uri.parse(existing), { preview: false });
	void window.showInformationMessage(`${refused} It is open now.`);
}

interface LevelItem extends QuickPickItem {
	readonly level?: string;
}

/** Worst first, and last the choice of no level. */
function levelItems(levels: readonly string[]): LevelItem[] {
	const last = levels.length - 1;
	return [
		...levels
			.map((level, rank) => ({
				level,
				label: level,
				...(rank === last && { description: 'worst level' }),
				...(rank === 0 && { description: 'least level' }),
			}))
			.toReversed(),
		{ label: '$(question) Not Known Yet', description: 'the record reports a missing impact until it is stated' },
	];
}

/** None for a log without a list of components. Undefined after Escape. */
async function chooseComponents({ components }: List, title: string): Promise<readonly string[] | undefined> {
	if (components.length === 0) {
		return [];
	}
	const chosen = await window.showQuickPick(
		components.map(({ id, title: label }) => ({ id, label, ...(label !== id && { description: id }) })),
		{
			title,
			placeHolder: 'The affected components, if known: Enter continues without one',
			canPickMany: true,
			matchOnDescription: true,
			ignoreFocusOut: true,
		},
	);
	return chosen?.map(({ id }) => id);
}

import type { Range } from 'vscode-languageserver-types';
import { newBulletin } from '../authoring/new/new-bulletin.ts';
import { type NewFile, NewFileError } from '../authoring/new/new-file.ts';
import { newIncident } from '../authoring/new/new-incident.ts';
import { newPostmortem } from '../authoring/new/new-postmortem.ts';
import { takesNativeRecords } from '../authoring/target.ts';
import { LineIndex } from '../core/line-index.ts';
import type { Log } from '../log/log.ts';

/** The kind of a new document, with its facts. */
export type NewDocument =
	| {
			readonly kind: 'incident';
			readonly title: string;
			/** A level of the log. */
			readonly impact?: string;
			/** Ids of components. */
			readonly components?: readonly string[];
	  }
	/** `incident`: the id of the incident. */
	| { readonly kind: 'postmortem'; readonly incident: string }
	/** The bulletin of the current week. */
	| { readonly kind: 'bulletin' };

/** A document to create, or why it cannot be created. */
export type NewDocumentText =
	/** The file to write, and the range to select in it. */
	| { readonly uri: string; readonly text: string; readonly selection: Range }
	/** `existing`: the URI of the existing document. */
	| { readonly refused: string; readonly existing: string | null };

/** Composes a new document of a log as `incident-log new` does. Writes nothing. */
export function newDocument(log: Log, wanted: NewDocument): NewDocumentText {
	try {
		const { uri, text, selection } = compose(log, wanted);
		const lines = new LineIndex(text);
		return {
			uri,
			text,
			selection: { start: lines.positionAt(selection.start), end: lines.positionAt(selection.end) },
		};
	} catch (error) {
		if (error instanceof NewFileError) {
			return { refused: error.message, existing: error.existing ?? null };
		}
		throw error;
	}
}

function compose(log: Log, wanted: NewDocument): NewFile {
	if (!takesNativeRecords(log)) {
		throw new NewFileError(
			`Unsupported dialect \`${log.configuration.dialect}\` of the log. Expected a log of native records.`,
		);
	}
	if (wanted.kind === 'incident') {
		return newIncident(log, wanted);
	}
	if (wanted.kind === 'bulletin') {
		return newBulletin(log, log.view.now().toZonedDateTimeISO(log.configuration.timeZone).toPlainDate());
	}
	const [incident] = log.view.byId(wanted.incident, 'incident');
	if (incident === undefined) {
		throw new NewFileError(`Unknown incident \`${wanted.incident}\`. Expected the id of an incident of the log.`);
	}
	return newPostmortem(log, incident);
}

import type { DocumentKind } from '../../core/document-kind.ts';

/** Shown in the preview without a page: the reason, and what to do next. */
export interface EmptyState {
	readonly heading: string;
	/** Plain text, one paragraph a line. */
	readonly text: string;
}

export const NOTHING_OPEN: EmptyState = {
	heading: 'Nothing to preview yet',
	text: 'Open an incident, a postmortem or a bulletin of a log. The preview shows its week and updates as you type.',
};

const ON_NO_PAGE: Readonly<Record<DocumentKind, EmptyState>> = {
	incident: {
		heading: 'This incident has no page yet',
		text: 'A page shows the incidents that began in its week. Add its start, for example “started_at: 2024-08-26T05:30:00-04:00”.',
	},
	postmortem: {
		heading: 'This postmortem has no page yet',
		text: 'A postmortem is shown with the week of its incident. Name the incident in the front matter, for example “incident: 2024-08-26-lease-acquisition”.',
	},
	bulletin: {
		heading: 'This bulletin has no date yet',
		text: 'A bulletin is the page of the seven days that end on its date. Name the file after the last of them, for example “2024-08-31.md”, or add “date: 2024-08-31” to the front matter.',
	},
	configuration: {
		heading: 'The configuration has no page',
		text: 'Open an incident, a postmortem or a bulletin of this log to see its week.',
	},
};

const IN_NO_LOG: EmptyState = {
	heading: 'This file is not part of a log',
	text: 'Incident Log reads records from folders named “incidents”, “postmortems” and “bulletins” (or “infra-log”).\nIf your log uses other names, list them under “files:” in an “incident-log.yaml” at its root.',
};

/** Returns the text for a file without a page. `kind`: null for a file outside of all logs. */
export const withoutPage = (kind: DocumentKind | null): EmptyState => (kind === null ? IN_NO_LOG : ON_NO_PAGE[kind]);

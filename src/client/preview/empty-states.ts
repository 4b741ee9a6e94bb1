import type { DocumentKind } from '../../core/document-kind.ts';

/** What the preview says where it has no page: what is so, and what to do next. */
export interface EmptyState {
	readonly heading: string;
	/** Plain text, one paragraph a line. */
	readonly text: string;
}

export const NOTHING_OPEN: EmptyState = {
	heading: 'Nothing to preview yet',
	text: 'Open an incident, a postmortem or a bulletin of a log: its week is shown here and follows what you type.',
};

const ON_NO_PAGE: Readonly<Record<DocumentKind, EmptyState>> = {
	incident: {
		heading: 'This incident is on no page yet',
		text: 'A page shows the incidents that began in its week. Write when this one began, as in “started_at: 2024-08-26T05:30:00-04:00”.',
	},
	postmortem: {
		heading: 'This postmortem is on no page yet',
		text: 'A postmortem is shown with the week of its incident. Name that in the front matter, as in “incident: 2024-08-26-lease-acquisition”.',
	},
	bulletin: {
		heading: 'This bulletin has no date yet',
		text: 'A bulletin is the page of the seven days that end on its date. Name the file after the last of them, as in “2024-08-31.md”, or write “date: 2024-08-31” in the front matter.',
	},
	configuration: {
		heading: 'The configuration has no page of its own',
		text: 'Open an incident, a postmortem or a bulletin of this log: its week is shown here.',
	},
};

const IN_NO_LOG: EmptyState = {
	heading: 'This file belongs to no log',
	text: 'Records are looked for in folders named “incidents”, “postmortems” and “bulletins” (or “infra-log”).\nWhere your log has other names for them, say so under “files:” in an “incident-log.yaml” at its root.',
};

/** For a file that has no page; `kind` is null where it is in no log. */
export const withoutPage = (kind: DocumentKind | null): EmptyState => (kind === null ? IN_NO_LOG : ON_NO_PAGE[kind]);

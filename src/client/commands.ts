/** The commands of the extension, without the prefix `incidentLog.`. Loaded before a log is found. */
export const COMMANDS = [
	'openPreviewToSide',
	'startLog',
	'showCoverage',
	'showLog',
	'newIncident',
	'newPostmortem',
	'newBulletin',
	'filterIncidents',
	'clearIncidentFilter',
	'copyReference',
	'newPostmortemOf',
	'openPostmortem',
	'openPreviewOf',
] as const;

/** The argument is that of a menu or of `executeCommand`; absent from the palette. */
export type CommandHandlers = Readonly<Record<(typeof COMMANDS)[number], (argument: unknown) => unknown>>;

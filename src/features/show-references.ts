/** The command of code lenses, which shows locations at a position: `(uri, position, locations)` in the types of the protocol. */
export const SHOW_REFERENCES = 'incidentLog.showReferences';

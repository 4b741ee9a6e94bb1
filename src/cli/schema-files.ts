import bulletin from '../../schemas/bulletin.schema.json';
import report from '../../schemas/check-report.schema.json';
import incident from '../../schemas/incident.schema.json';
import configuration from '../../schemas/incident-log.schema.json';
import baseline from '../../schemas/incident-log-baseline.schema.json';
import postmortem from '../../schemas/postmortem.schema.json';

/** The JSON Schemas that `incident-log schema` prints, by their name there. */
export const schemaFiles: ReadonlyMap<string, object> = new Map<string, object>([
	['incident', incident],
	['postmortem', postmortem],
	['bulletin', bulletin],
	['configuration', configuration],
	['report', report],
	['baseline', baseline],
]);

import bulletin from '../../schemas/bulletin.schema.json';
import incident from '../../schemas/incident.schema.json';
import configuration from '../../schemas/incident-log.schema.json';
import postmortem from '../../schemas/postmortem.schema.json';
import type { DocumentKind } from '../core/document-kind.ts';
import { readBundledSchema } from './read-bundled.ts';
import type { Schema } from './schema.ts';

/** The bundled schemas, by kind of document. */
export const BUNDLED_SCHEMAS: Readonly<Record<DocumentKind, Schema>> = {
	incident: readBundledSchema(incident),
	postmortem: readBundledSchema(postmortem),
	bulletin: readBundledSchema(bulletin),
	configuration: readBundledSchema(configuration),
};

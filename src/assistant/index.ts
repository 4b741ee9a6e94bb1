import { checkText } from './check-text.ts';
import { findIncidents } from './find-incidents.ts';
import { readRecord } from './read-record.ts';
import type { Tool } from './tool.ts';

/** The tools for language models, in the Model Context Protocol and in VS Code. */
export const tools: readonly Tool[] = [findIncidents, readRecord, checkText];

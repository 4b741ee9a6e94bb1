import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import type { LogDocument } from './document.ts';

export function readConfiguration(_document: LogDocument): Configuration {
	return DEFAULT_CONFIGURATION;
}

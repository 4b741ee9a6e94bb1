import type { OutputFormat } from './format.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** Output formats, by the value of `--format`. */
export const formats: ReadonlyMap<string, OutputFormat> = new Map([
	['pretty', pretty],
	['json', json],
]);

import type { Format } from './format.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** By the name that `--format` takes. */
export const formats: ReadonlyMap<string, Format> = new Map([
	['pretty', pretty],
	['json', json],
]);

import { checkstyle } from './checkstyle.ts';
import { concise } from './concise.ts';
import type { OutputFormat } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import { sarif } from './sarif.ts';

/** Output formats, by the value of `--format`. */
export const formats: ReadonlyMap<string, OutputFormat> = new Map([
	['pretty', pretty],
	['concise', concise],
	['json', json],
	['sarif', sarif],
	['github', github],
	['gitlab', gitlab],
	['junit', junit],
	['checkstyle', checkstyle],
	['rdjson', rdjson],
]);

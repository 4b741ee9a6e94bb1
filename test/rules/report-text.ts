import { NOW } from '../support/fixture.ts';
import { ExampleLog } from './example-log.ts';

/** Opens a log from a text in the form of a rule's example. */
export function openText(text: string, now?: string): ExampleLog {
	return new ExampleLog(text, now === undefined ? NOW : Date.parse(now));
}

/** Returns the findings of a log as `/path code «text» message`: all, or those whose code starts with `code`. */
export function findingLines(text: string, code = '', now?: string): readonly string[] {
	const log = openText(text, now);
	return log
		.findings()
		.filter(finding => finding.code.startsWith(code))
		.map(({ code, path, range, message }) => {
			return `${path} ${code} «${log.files.get(path)?.slice(range.start, range.end)}» ${message}`;
		});
}

/** Returns all findings of a small log as "level code «text» message". */
export function formatFindings(text: string): readonly string[] {
	const log = openText(text);
	return log.findings().map(({ level, code, path, range, message }) => {
		const found = log.files.get(path)?.slice(range.start, range.end);
		return `${level} ${code} «${found}» ${message}`;
	});
}

/** A record with only the required fields. */
export const RECORD = 'title: Mail was late\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n';

import { NOW } from '../support/fixture.ts';
import { ExampleLog } from './example-log.ts';

/** A small log in the form of a rule's example. */
export function openText(text: string, now?: string): ExampleLog {
	return new ExampleLog(text, now === undefined ? NOW : Date.parse(now));
}

/** All findings of a small log as `/path code «text» message`, or those of one rule. */
export function told(text: string, code = '', now?: string): readonly string[] {
	const log = openText(text, now);
	return log
		.findings()
		.filter(finding => finding.code.startsWith(code))
		.map(({ code, path, range, message }) => {
			return `${path} ${code} «${log.files.get(path)?.slice(range.start, range.end)}» ${message}`;
		});
}

import type { Finding, RuleCode } from '../../src/core/finding.ts';
import { applyEdits } from '../../src/core/text-edit.ts';
import type { ExampleUnread } from '../../src/rules/rule.ts';
import { type FixtureFiles, filesIn } from '../support/fixture.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';

export interface ExampleFinding extends Finding {
	/** From the log root, with a leading slash. */
	readonly path: string;
}

/** A log in the form of a rule's example. `now` is in milliseconds since 1970-01-01T00:00Z. */
export class ExampleLog {
	readonly files: ReadonlyMap<string, string>;
	readonly #log: FixtureLog;
	readonly #now: number;

	constructor(fixture: FixtureFiles, now: number, unread: readonly ExampleUnread[] = []) {
		const files = filesIn(fixture);
		this.files = new Map([...files].map(([path, text]) => [`/${path}`, text]));
		this.#now = now;
		this.#log = new FixtureLog(files, { clock: { now: () => now } });
		this.#log.setUnread(unread.map(entry => ({ isDocument: false, ...entry, uri: `${ROOT}/${entry.path}` })));
	}

	/** Ordered by file, then by position. */
	findings(): readonly ExampleFinding[] {
		return [...this.files.keys()].flatMap(path =>
			this.#log.findings(ROOT + path).map(finding => ({ ...finding, path })),
		);
	}

	/** Returns the log after the first fix of each finding of a rule was applied. */
	fixed(code: RuleCode): ExampleLog {
		const files = new Map<string, string>();
		for (const [path, text] of this.files) {
			const fixes = this.#log
				.findings(ROOT + path)
				.filter(finding => finding.code === code)
				.flatMap(finding => finding.fixes[0] ?? []);
			files.set(
				path.slice(1),
				applyEdits(
					text,
					fixes.flatMap(fix => fix.edits),
				),
			);
		}
		return new ExampleLog(files, this.#now);
	}
}

import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { CONFIGURATION_FILE } from '../../src/core/document-kind.ts';
import type { Finding, RuleCode } from '../../src/core/finding.ts';
import { applyEdits } from '../../src/core/text-edit.ts';
import { FileKinds } from '../../src/log/kinds.ts';
import { Log } from '../../src/log/log.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { readConfiguration } from '../../src/parse/records/configuration.ts';
import type { ExampleUnread } from '../../src/rules/rule.ts';
import { throwDefect } from '../support/defects.ts';

const ROOT = 'file:///log';

export interface Told extends Finding {
	/** From the root of the small log, with a slash before it. */
	readonly path: string;
}

/** A small log of texts by path, checked as a whole. `now` is in milliseconds since 1970-01-01T00:00Z. */
export class ExampleLog {
	readonly files: ReadonlyMap<string, string>;
	readonly #log: Log;
	readonly #now: number;

	constructor(files: ReadonlyMap<string, string>, now: number, unread: readonly ExampleUnread[] = []) {
		this.files = files;
		this.#now = now;
		const configured = files.get(`/${CONFIGURATION_FILE}`);
		const configuration =
			configured === undefined
				? DEFAULT_CONFIGURATION
				: readConfiguration(
						parseDocument({
							uri: `${ROOT}/${CONFIGURATION_FILE}`,
							text: configured,
							kind: 'configuration',
							configuration: DEFAULT_CONFIGURATION,
						}),
					);
		const kinds = new FileKinds(ROOT, configuration, configured !== undefined);
		this.#log = new Log({
			root: ROOT,
			configuration,
			clock: { now: () => now },
			onDefect: throwDefect,
			isFile: uri => uri.startsWith(ROOT) && files.has(uri.slice(ROOT.length)),
		});
		for (const [path, text] of files) {
			const kind = kinds.kindOf(ROOT + path);
			if (kind === undefined) {
				throw new Error(`${path} is no document of a log`);
			}
			this.#log.set(ROOT + path, text, kind);
		}
		this.#log.setUnread(unread.map(entry => ({ isDocument: false, ...entry, uri: `${ROOT}/${entry.path}` })));
	}

	/** By file, then by place. */
	findings(): readonly Told[] {
		return [...this.files.keys()].flatMap(path =>
			this.#log.findings(ROOT + path).map(finding => ({ ...finding, path })),
		);
	}

	/** The log after the first fix of each finding of a rule was applied. */
	mended(code: RuleCode): ExampleLog {
		const files = new Map<string, string>();
		for (const [path, text] of this.files) {
			const fixes = this.#log
				.findings(ROOT + path)
				.filter(finding => finding.code === code)
				.flatMap(finding => finding.fixes[0] ?? []);
			files.set(
				path,
				applyEdits(
					text,
					fixes.flatMap(fix => fix.edits),
				),
			);
		}
		return new ExampleLog(files, this.#now);
	}
}

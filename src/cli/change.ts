import type { Finding } from '../core/finding.ts';
import { withLineFeeds } from '../core/line-breaks.ts';
import type { Content } from '../log/content.ts';
import type { Log } from '../log/log.ts';
import { sameData } from '../log/same-data.ts';
import type { Workspace } from '../log/workspace.ts';

/** The documents and findings before a change, for comparison with those after it. */
export class Change {
	readonly #contents = new Map<string, Content | undefined>();
	readonly #findings = new Map<string, readonly Finding[]>();

	/** Checks all documents, so that after a reload only the documents are checked that depend on the change. */
	constructor(before: Workspace) {
		for (const log of before.logs) {
			for (const { uri } of log.documents()) {
				this.#contents.set(uri, withoutReturns(log.content(uri)));
				this.#findings.set(uri, log.findings(uri));
			}
		}
	}

	/** Whether there was no document before the change. */
	get isEmpty(): boolean {
		return this.#contents.size === 0;
	}

	/** Whether there was a document before the change. */
	had(uri: string): boolean {
		return this.#contents.has(uri);
	}

	/** Whether the change has created the document or changed its text. Line breaks are not compared. */
	hasChanged(log: Log, uri: string): boolean {
		return !this.#contents.has(uri) || !sameData(this.#contents.get(uri), withoutReturns(log.content(uri)));
	}

	/** Returns the findings of a document that it did not have before the change. */
	newFindings(log: Log, uri: string): readonly Finding[] {
		const before = new Set(this.#findings.get(uri)?.map(identity));
		return log.findings(uri).filter(finding => !before.has(identity(finding)));
	}
}

function withoutReturns(content: Content | undefined): Content | undefined {
	return typeof content === 'string' ? withLineFeeds(content) : content;
}

function identity({ code, range, message }: Finding): string {
	return JSON.stringify([code, range.start, range.end, message]);
}

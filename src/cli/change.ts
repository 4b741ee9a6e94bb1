import type { Finding } from '../core/finding.ts';
import { withLineFeeds } from '../core/line-breaks.ts';
import type { Content } from '../log/content.ts';
import type { Environment } from '../log/environment.ts';
import type { Log } from '../log/log.ts';
import { sameData } from '../log/same-data.ts';
import type { SwitchableEnvironment } from '../log/switchable-environment.ts';
import type { Workspace } from '../log/workspace.ts';

/**
 * Loads the files before a change and after it. `workspace` has loaded those before it, from `environment`, and has those
 * after it in the end. The findings before the change are computed only if it can have caused findings in other documents
 * than the named ones.
 */
export async function compareVersions(
	workspace: Workspace,
	environment: SwitchableEnvironment,
	{ before, now }: { readonly before: Environment; readonly now: Environment },
	named: ReadonlySet<string>,
): Promise<Change> {
	const change = new Change(workspace);
	const load = (version: Environment) => {
		environment.switchTo(version);
		return workspace.reload();
	};
	await load(now);
	if (change.canAffectOthers(workspace, named)) {
		await load(before);
		change.recordFindings(workspace);
		await load(now);
	}
	return change;
}

/** The documents and findings before a change, for comparison with those after it. */
export class Change {
	readonly #contents = new Map<string, Content | undefined>();
	readonly #revisions: ReadonlyMap<Log, number>;
	/** Undefined if no document but the changed ones can have new findings. */
	#findings: Map<string, readonly Finding[]> | undefined;

	constructor(before: Workspace) {
		this.#revisions = new Map(before.logs.map(log => [log, log.sharedRevision]));
		for (const log of before.logs) {
			for (const { uri } of log.documents()) {
				this.#contents.set(uri, withoutReturns(log.content(uri)));
			}
		}
	}

	/** Whether the findings of other documents than the named ones can differ from those before the change. */
	canAffectOthers({ logs }: Workspace, named: ReadonlySet<string>): boolean {
		return (
			logs.length !== this.#revisions.size ||
			logs.some(
				log =>
					this.#revisions.get(log) !== log.sharedRevision ||
					log.documents().some(({ uri }) => !named.has(uri) && this.hasChanged(log, uri)),
			)
		);
	}

	/**
	 * Checks all documents, so that after a reload only the documents are checked that depend on the change. Those that were
	 * read last are first: their trees are still kept.
	 */
	recordFindings(before: Workspace): void {
		this.#findings = new Map(
			before.logs
				.flatMap(log => log.documents().map(({ uri }) => [log, uri] as const))
				.reverse()
				.map(([log, uri]) => [uri, log.findings(uri)]),
		);
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
		if (this.#findings === undefined) {
			return [];
		}
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

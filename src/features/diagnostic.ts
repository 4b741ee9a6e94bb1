import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Level } from '../core/finding.ts';
import type { Log } from '../log/log.ts';
import { locationIn, toLspRange } from './positions.ts';

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** What every diagnostic of ours says it comes from. */
export const SOURCE = 'incident-log';

/** The findings of one document as the protocol has them, in the order of the log. */
export function diagnosticsOf(log: Log, uri: string, client: ClientCapabilities): Diagnostic[] {
	const document = log.document(uri);
	if (document === undefined) {
		return [];
	}
	const { textDocument } = client;
	const showsRelated =
		textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation ?? false;
	return log.findings(uri).map(finding => {
		const related = showsRelated ? relatedTo(finding, log) : [];
		return {
			range: toLspRange(document, finding.range),
			severity: SEVERITIES[finding.level],
			code: finding.code,
			source: SOURCE,
			message: finding.message,
			...(related.length > 0 && { relatedInformation: related }),
			...(finding.data && { data: finding.data }),
		};
	});
}

function relatedTo(finding: Finding, log: Log): DiagnosticRelatedInformation[] {
	return finding.related.flatMap(({ uri, range, message }) => {
		const location = locationIn(log, uri, range);
		return location ? [{ location, message }] : [];
	});
}

/** The name of "no findings": a document that nobody has been told of has none, as far as a client knows. */
export const NO_FINDINGS = 'none';

/**
 * Names the diagnostics of a document as they are now, so that a client that has them is not sent them again. A log
 * gives the same array of findings as long as they are the same; the lines that they stand on come from the documents.
 */
export class ResultIds {
	readonly #ids = new WeakMap<object, number>();
	#last = 0;

	of(log: Log, uri: string): string {
		const findings = log.findings(uri);
		if (findings.length === 0) {
			return NO_FINDINGS;
		}
		const documents = new Set([uri, ...findings.flatMap(finding => finding.related.map(place => place.uri))]);
		return [findings, ...[...documents].map(each => log.document(each))].map(each => this.#idOf(each)).join('.');
	}

	#idOf(object: object | undefined): number {
		if (object === undefined) {
			return 0;
		}
		const id = this.#ids.get(object) ?? ++this.#last;
		this.#ids.set(object, id);
		return id;
	}
}

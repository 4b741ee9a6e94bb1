import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Level } from '../core/finding.ts';
import type { Log } from '../log/log.ts';
import { ruleUrl } from '../rules/rule-url.ts';
import { locationIn, toLspRange } from './positions.ts';

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** The `source` of every diagnostic. */
export const SOURCE = 'incident-log';

/** Converts the findings of a document to diagnostics, in the same order. */
export function diagnosticsOf(log: Log, uri: string, client: ClientCapabilities): Diagnostic[] {
	const text = log.text(uri);
	if (text === undefined) {
		return [];
	}
	const { textDocument } = client;
	const showsRelated =
		textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation ?? false;
	const linksCodes =
		textDocument?.diagnostic?.codeDescriptionSupport ??
		textDocument?.publishDiagnostics?.codeDescriptionSupport ??
		false;
	return log.findings(uri).map(finding => {
		const related = showsRelated ? relatedTo(finding, log) : [];
		return {
			range: toLspRange(text, finding.range),
			severity: SEVERITIES[finding.level],
			code: finding.code,
			...(linksCodes && { codeDescription: { href: ruleUrl(finding.code) } }),
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

/** The result id of a document without findings. A client assumes it for documents that it has not received. */
export const NO_FINDINGS = 'none';

/**
 * Assigns ids to the diagnostics of a document, so that unchanged ones are not sent again. A log returns the same array
 * while its findings are unchanged; their lines depend on the documents.
 */
export class ResultIds {
	readonly #ids = new WeakMap<object, number>();
	#last = 0;

	of(log: Log, uri: string): string {
		const findings = log.findings(uri);
		if (findings.length === 0) {
			return NO_FINDINGS;
		}
		const documents = new Set([uri, ...findings.flatMap(finding => finding.related.map(({ uri: other }) => other))]);
		return [findings, ...[...documents].map(each => log.stored(each))].map(each => this.#idOf(each)).join('.');
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

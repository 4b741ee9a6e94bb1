import type { Finding } from '../core/finding.ts';
import { isWithin } from '../core/uri/uri.ts';
import type { Content } from '../log/content.ts';
import { configurationOf, FileKinds } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import type { NamedPaths } from './named-paths.ts';
import { positions, type ReportedFinding } from './report.ts';

/** Whether a document, or a folder that contains it, was named on the command line. */
export function isNamed(uri: string, { files, folders }: NamedPaths): boolean {
	return files.has(uri) || folders.some(folder => isWithin(folder, uri));
}

/** Returns the findings of some documents of a log. */
export function reported(log: Log, uris: readonly string[]): ReportedFinding[] {
	return uris.flatMap(uri => {
		const findings = log.findings(uri);
		return findings.map(finding => reportedFinding(log, uri, finding)).filter(found => found !== undefined);
	});
}

/**
 * Returns the findings in other documents that a change of some documents has introduced: those that do not occur with the
 * last committed versions. Checks only documents that depend on a changed fact.
 */
export function brokenElsewhere(
	log: Log,
	changed: readonly string[],
	committed: (uri: string) => string | undefined,
): ReportedFinding[] {
	for (const { uri } of log.documents()) {
		log.findings(uri);
	}
	const dependents = new Set<string>();
	const listening = log.onDidChange(uris => {
		for (const uri of uris) {
			dependents.add(uri);
		}
	});
	const kinds = new FileKinds(log.root, log.configuration, configurationOf(log) !== undefined);
	const current = changed.flatMap(uri => {
		const content = log.content(uri);
		const kind = isWithin(log.root, uri) ? kinds.kindOf(uri, content ?? committed(uri)) : undefined;
		return kind === undefined ? [] : [{ uri, kind, content }];
	});
	for (const { uri, kind } of current) {
		setOrDelete(log, uri, kind, committed(uri));
	}
	const elsewhere = [...dependents].filter(uri => !changed.includes(uri) && log.document(uri) !== undefined);
	const before = new Map(elsewhere.map(uri => [uri, new Set(log.findings(uri).map(identity))]));
	for (const { uri, kind, content } of current) {
		setOrDelete(log, uri, kind, content);
	}
	listening.dispose();
	return reported(log, elsewhere).filter(({ uri, finding }) => !before.get(uri)?.has(identity(finding)));
}

function setOrDelete(log: Log, uri: string, kind: Parameters<Log['set']>[2], content: Content | undefined): void {
	if (content === undefined) {
		log.delete(uri);
	} else {
		log.set(uri, content, kind);
	}
}

function identity({ code, range, message }: Finding): string {
	return JSON.stringify([code, range.start, range.end, message]);
}

function reportedFinding(log: Log, uri: string, finding: Finding): ReportedFinding | undefined {
	const document = log.document(uri);
	if (document === undefined) {
		return undefined;
	}
	const related = finding.related.flatMap(place => {
		const other = log.document(place.uri);
		return other === undefined
			? []
			: [
					{
						uri: place.uri,
						file: relative(log, place.uri),
						range: positions(other.lines, place.range),
						message: place.message,
					},
				];
	});
	return {
		uri,
		root: log.root,
		file: relative(log, uri),
		finding,
		text: document.text,
		lines: document.lines,
		related,
	};
}

/** Returns a path relative to the log's root, with `/` and decoded. */
function relative(log: Log, uri: string): string {
	const below = uri === log.root ? '.' : uri.startsWith(`${log.root}/`) ? uri.slice(log.root.length + 1) : uri;
	try {
		return decodeURIComponent(below);
	} catch {
		return below;
	}
}

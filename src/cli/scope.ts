import type { Finding } from '../core/finding.ts';
import { isWithin } from '../core/uri/uri.ts';
import type { Log } from '../log/log.ts';
import type { Change } from './change.ts';
import type { NamedPaths } from './named-paths.ts';
import { positions, type ReportedFinding } from './report.ts';

/** Whether a document, or a folder that contains it, was named on the command line. */
export function isNamed(uri: string, { files, folders }: NamedPaths): boolean {
	return files.has(uri) || folders.some(folder => isWithin(folder, uri));
}

/** A log with the documents whose findings are reported. */
export interface Chosen {
	readonly log: Log;
	readonly uris: readonly string[];
}

/** Returns the named documents of each log; with a change, only those that it has changed. */
export function chooseDocuments(logs: readonly Log[], named: NamedPaths, change: Change | undefined): Chosen[] {
	return logs.map(log => ({
		log,
		uris: log
			.documents()
			.map(({ uri }) => uri)
			.filter(uri => isNamed(uri, named) && (change === undefined || change.hasChanged(log, uri))),
	}));
}

/** Returns the findings of some documents of a log. */
export function reported(log: Log, uris: readonly string[]): ReportedFinding[] {
	return uris.flatMap(uri => reportAll(log, uri, log.findings(uri)));
}

function reportAll(log: Log, uri: string, findings: readonly Finding[]): ReportedFinding[] {
	return findings.map(finding => reportedFinding(log, uri, finding)).filter(found => found !== undefined);
}

/** Returns the findings that a change has introduced, without those in documents that are reported on anyway. */
export function brokenElsewhere(log: Log, change: Change, reportedOn: readonly string[]): ReportedFinding[] {
	const excluded = new Set(reportedOn);
	const others = log.documents().filter(({ uri }) => !excluded.has(uri));
	return others.flatMap(({ uri }) => reportAll(log, uri, change.newFindings(log, uri)));
}

function reportedFinding(log: Log, uri: string, finding: Finding): ReportedFinding | undefined {
	const text = log.text(uri);
	if (text === undefined) {
		return undefined;
	}
	const related = finding.related.flatMap(place => {
		const other = log.text(place.uri);
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
		...text,
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

import { version } from '../../../package.json';
import type { Level } from '../../core/finding.ts';
import type { Fix } from '../../core/text-edit.ts';
import { findRule } from '../../rules/find-rule.ts';
import { REPOSITORY_URL, ruleUrl } from '../../rules/rule-url.ts';
import { fingerprints } from '../fingerprint.ts';
import { jsonText } from '../json-text.ts';
import { pathFrom } from '../path-from.ts';
import { type PositionRange, positions, type ReportedFinding } from '../report.ts';
import type { OutputFormat } from './format.ts';

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: OutputFormat = {
	report: ({ findings }, { repository }) => {
		const codes = [...new Set(findings.map(({ finding }) => finding.code))].sort();
		const hashes = fingerprints(findings, uri => pathFrom(repository, uri));
		const results = findings.map(found => ({
			...resultOf(found, repository),
			ruleIndex: codes.indexOf(found.finding.code),
			partialFingerprints: { 'incidentLog/v1': hashes.get(found) },
		}));
		return sarifLog(codes.map(ruleDescriptor), { executionSuccessful: true }, results);
	},
	failure: message => {
		const notification = { level: 'error', message: { text: message } };
		return sarifLog([], { executionSuccessful: false, toolExecutionNotifications: [notification] }, []);
	},
};

const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

function sarifLog(rules: readonly object[], invocation: object, results: readonly object[]): string {
	return jsonText({
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'Incident Log',
						version,
						semanticVersion: version,
						informationUri: REPOSITORY_URL,
						rules,
					},
				},
				columnKind: 'utf16CodeUnits',
				invocations: [invocation],
				results,
			},
		],
	});
}

function ruleDescriptor(code: string): object {
	const rule = findRule(code);
	return {
		id: code,
		...(rule && {
			shortDescription: { text: `${rule.title}.` },
			fullDescription: { text: rule.rationale.trim() },
			help: { text: `${rule.rationale.trim()}\n\n${ruleUrl(code)}`, markdown: rule.rationale.trim() },
			defaultConfiguration: rule.level === 'off' ? { enabled: false } : { level: LEVELS[rule.level] },
		}),
		helpUri: ruleUrl(code),
	};
}

function resultOf({ uri, finding, lines, related }: ReportedFinding, repository: string) {
	const artifact = artifactLocation(uri, repository);
	return {
		ruleId: finding.code,
		level: LEVELS[finding.level],
		message: { text: finding.message },
		locations: [
			{ physicalLocation: { artifactLocation: artifact, region: regionOf(positions(lines, finding.range)) } },
		],
		...(related.length > 0 && {
			relatedLocations: related.map(({ uri, range, message }, index) => ({
				id: index + 1,
				message: { text: message },
				physicalLocation: { artifactLocation: artifactLocation(uri, repository), region: regionOf(range) },
			})),
		}),
		...(finding.fixes.length > 0 && {
			fixes: finding.fixes.map(({ title, edits }: Fix) => ({
				description: { text: title },
				artifactChanges: [
					{
						artifactLocation: artifact,
						replacements: edits.map(({ range, newText }) => ({
							deletedRegion: regionOf(positions(lines, range)),
							insertedContent: { text: newText },
						})),
					},
				],
			})),
		}),
	};
}

/** A relative URI. `%SRCROOT%` is the root of the repository by convention. */
function artifactLocation(uri: string, repository: string) {
	const path = pathFrom(repository, uri);
	return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Lines and columns from 1; the end column is exclusive. */
function regionOf({ start, end }: PositionRange) {
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}

import { Option } from 'commander';
import { counted } from '../core/counted.ts';
import { childUri } from '../core/uri/uri.ts';
import { BASELINE_FILE, type Baseline, countKnown, formatBaseline, type KnownFindings } from '../log/baseline.ts';
import type { Log } from '../log/log.ts';
import { type CommandHost, type Host, UsageError } from './host.ts';
import type { NamedPaths } from './named-paths.ts';
import type { BaselineSummary } from './report.ts';
import { type Chosen, isNamed } from './scope.ts';

/** The values of the options for baselines. */
export interface BaselineOptions {
	/** False with `--no-baseline`. */
	readonly baseline: boolean;
	readonly updateBaseline?: boolean;
	readonly pruneBaseline?: boolean;
}

/** The options for other files than those on the disk. A baseline is written for all findings of the files on the disk. */
const OTHER_VERSIONS = ['staged', 'since', 'commit', 'stdin', 'preCommit'];

export function baselineOptions(): readonly Option[] {
	return [
		new Option('--update-baseline', `write all findings to ${BASELINE_FILE}; later runs report only others`).conflicts(
			OTHER_VERSIONS,
		),
		new Option('--prune-baseline', 'remove the findings from the baseline that no longer occur').conflicts([
			'updateBaseline',
			...OTHER_VERSIONS,
		]),
		new Option('--no-baseline', 'report the findings of the baseline, too').conflicts([
			'updateBaseline',
			'pruneBaseline',
		]),
	];
}

/** Writes the baselines of logs as the options demand. Findings that they contain are left out afterwards. */
export function writeBaselines(
	host: CommandHost,
	chosen: readonly Chosen[],
	named: NamedPaths,
	{ updateBaseline, pruneBaseline }: BaselineOptions,
): void {
	for (const each of updateBaseline || pruneBaseline ? chosen : []) {
		write(host, each.log, updateBaseline ? updated(each, named) : pruned(each, named));
	}
}

/** Returns how much of the baseline of a log was used for the chosen documents. */
export function summarizeBaseline({ log, uris }: Chosen, named: NamedPaths): BaselineSummary {
	let matched = 0;
	let stale = 0;
	for (const uri of uris) {
		const use = log.baselineUse(uri);
		matched += use?.matched ?? 0;
		stale += use?.stale ?? 0;
	}
	for (const path of namedMissing(log, named)) {
		stale += countKnown(log.baseline.get(path) ?? new Map());
	}
	return { matched, stale };
}

/** Throws for an invalid baseline, which would make all its findings new. */
export function requireBaselines(host: Host, logs: readonly Log[]): void {
	for (const log of logs) {
		if (log.baselineFault !== undefined) {
			throw new UsageError(
				`Invalid baseline \`${host.toPath(fileOf(log))}\`: ${log.baselineFault}. Expected the output of \`incident-log check --update-baseline\`. Correct the file, or delete it and write it again.`,
			);
		}
	}
}

/** Returns the baseline with all findings of the chosen documents, and the entries of the others as they are. */
function updated(chosen: Chosen, named: NamedPaths): Baseline {
	return withDocuments(chosen, named, uri => chosen.log.knownFindings(uri));
}

/** Returns the baseline without the entries of the chosen documents that have no finding. */
function pruned(chosen: Chosen, named: NamedPaths): Baseline {
	return withDocuments(chosen, named, uri => chosen.log.baselineUse(uri)?.used ?? new Map());
}

function withDocuments({ log, uris }: Chosen, named: NamedPaths, findingsOf: (uri: string) => KnownFindings): Baseline {
	const baseline = new Map(log.baseline);
	const moved = uris.flatMap(uri => log.baselineUse(uri)?.path ?? []);
	for (const path of [...namedMissing(log, named), ...moved]) {
		baseline.delete(path);
	}
	for (const uri of uris) {
		baseline.set(log.pathOf(uri), findingsOf(uri));
	}
	return baseline;
}

/** Returns the named paths of the baseline that are not documents, and have not been moved. */
function namedMissing(log: Log, named: NamedPaths): readonly string[] {
	const moved = new Set(log.documents().flatMap(({ uri }) => log.baselineUse(uri)?.path ?? []));
	return [...log.baseline.keys()].filter(path => !moved.has(path) && isNamed(uriAt(log, path), named));
}

function uriAt(log: Log, path: string): string {
	return path.split('/').reduce(childUri, log.root);
}

function write(host: CommandHost, log: Log, baseline: Baseline): void {
	const uri = fileOf(log);
	const before = log.baselineText;
	const text = formatBaseline(baseline);
	const total = totalOf(baseline);
	if (before === undefined && total === 0) {
		return;
	}
	const path = `\`${host.toPath(uri)}\``;
	if (text === before) {
		host.err.write(`incident-log: ${path} is up to date: ${counted(total, 'finding')}.\n`);
		return;
	}
	host.writeFile(uri, text, { expected: before === undefined ? 'absent' : { text: before }, within: log.root });
	const removed = totalOf(log.baseline) - commonOf(log.baseline, baseline);
	const added = total - commonOf(log.baseline, baseline);
	log.setBaseline(text);
	host.err.write(`incident-log: ${path} written: ${counted(total, 'finding')} (${added} added, ${removed} removed).\n`);
}

function fileOf(log: Log): string {
	return childUri(log.root, BASELINE_FILE);
}

function totalOf(baseline: Baseline): number {
	return [...baseline.values()].reduce((sum, known) => sum + countKnown(known), 0);
}

/** Number of entries that both baselines contain. */
function commonOf(one: Baseline, other: Baseline): number {
	let common = 0;
	for (const [path, rules] of one) {
		for (const [code, counts] of rules) {
			for (const [hash, count] of counts) {
				common += Math.min(count, other.get(path)?.get(code)?.get(hash) ?? 0);
			}
		}
	}
	return common;
}

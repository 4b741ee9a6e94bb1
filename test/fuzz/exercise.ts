import { bulletinPage } from '../../src/bulletin/page.ts';
import { renderStandalone } from '../../src/bulletin/standalone.ts';
import { safeEdits } from '../../src/core/safe-edits.ts';
import { applyEdits } from '../../src/core/text-edit.ts';
import type { Log } from '../../src/log/log.ts';
import { findFrontMatter } from '../../src/parse/markdown/front-matter.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { pageOf } from '../../src/server/page.ts';
import { offencesOf } from '../bulletin/allow-list.ts';
import { throwDefect } from '../support/defects.ts';
import { askEverything } from '../support/every-request.ts';
import { logOfFiles, ROOT } from '../support/log-of-files.ts';
import { comparePlainYaml } from '../support/plain-yaml.ts';
import { sessionOver } from '../support/session.ts';
import type { FuzzDocument } from './documents.ts';

/** The steps for each document, in this order. */
export const STEPS = ['read', 'check', 'fix', 'page', 'request'] as const;
export type Step = (typeof STEPS)[number];

/** The maximum number of rounds until no fix is left: a round defers only fixes that overlap others. */
const ROUNDS = 10;

/** Called before each step; for a request with its index in `editorRequests` and the offset. */
export type OnStep = (step: Step, request?: number, offset?: number) => void;

/** Runs all steps on a document. Returns exceptions and wrong answers as text with the name of the step. */
export async function exercise(document: FuzzDocument, onStep: OnStep): Promise<string[]> {
	const faults: string[] = [];
	const attempt = async <T>(step: Step, work: () => T | Promise<T>): Promise<T | undefined> => {
		onStep(step);
		try {
			return await work();
		} catch (error) {
			faults.push(`${step}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			return undefined;
		}
	};
	const { files, path } = document;
	const uri = `${ROOT}/${path}`;
	const log = await attempt('read', () => logOfFiles(files));
	if (log === undefined) {
		return faults;
	}
	await attempt('check', () => faults.push(...checkFaults(log)));
	const read = log.document(uri);
	if (read === undefined) {
		// A mutation may have removed the content by which the file was recognised as a record.
		return faults;
	}
	await attempt('read', () => faults.push(...yamlFaults(read)));
	await attempt('page', () => faults.push(...pageFaults(log, uri)));
	await attempt('request', async () => {
		const { text = '' } = log.document(uri) ?? {};
		const cursors = document.cursors.map(part => Math.floor(part * (text.length + 1)));
		// No editor puts a cursor within a line break.
		const offsets = [0, ...cursors, text.length].map(at => (text.startsWith('\r\n', at - 1) ? at - 1 : at));
		const session = sessionOver(log, files.now);
		const onRequest = (request: number, offset: number) => onStep('request', request, offset);
		faults.push(...(await askEverything({ log, session, uri, offsets, onRequest })));
	});
	await attempt('fix', () => faults.push(...fixFaults(log, uri)));
	return faults;
}

/** Returns the findings outside of their document, and those that report an exception. */
function checkFaults(log: Log): string[] {
	return log.documents().flatMap(({ uri }) => {
		const length = log.text(uri)?.text.length ?? 0;
		return log.findings(uri).flatMap(({ code, message, range: { start, end } }) => {
			if (code === 'internal/error') {
				return [`check: ${message}`];
			}
			return 0 <= start && start <= end && end <= length ? [] : [`check: ${code} at ${start}-${end} of ${uri}`];
		});
	});
}

/** Returns a difference between the reader of plain YAML and the `yaml` package. */
function yamlFaults({ text, format }: LogDocument): string[] {
	const range = format === 'yaml' ? { start: 0, end: text.length } : findFrontMatter(text)?.range;
	const comparison = range && comparePlainYaml(text, range);
	return comparison?.result === 'different'
		? [`read: plain YAML is ${comparison.plain}, expected ${comparison.expected}`]
		: [];
}

function pageFaults(log: Log, uri: string): string[] {
	const document = log.document(uri);
	if (document === undefined) {
		return [];
	}
	const offences = offencesOf(
		pageOf({ document, log }, undefined, { revision: () => log.revision, onDefect: throwDefect })?.html ?? '',
	);
	const page = bulletinPage({
		log: log.view,
		document,
		documentAt: other => log.document(other),
		onDefect: throwDefect,
	});
	if (page !== undefined) {
		renderStandalone(page);
	}
	return offences.map(offence => `page: ${offence}`);
}

/** Applies safe fixes until none is left, as `incident-log fix` does. Returns the faults found meanwhile. */
function fixFaults(log: Log, uri: string): string[] {
	for (let round = 0; round < ROUNDS; round++) {
		const document = log.document(uri);
		const edits = safeEdits(log.findings(uri));
		if (document === undefined || edits.length === 0) {
			return checkFaults(log);
		}
		log.set(uri, applyEdits(document.text, edits), document.kind);
	}
	const left = log.findings(uri).filter(({ fixes }) => fixes.some(({ safe }) => safe));
	return [`fix: after ${ROUNDS} rounds there are still fixes of ${left.map(({ code }) => code).join(', ')}`];
}

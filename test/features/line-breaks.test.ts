import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEditsToWritten } from '../../src/core/line-breaks.ts';
import { safeEdits } from '../../src/core/safe-edits.ts';
import { pageOf } from '../../src/server/page.ts';
import { corpus, mutated, withLineBreaks } from '../support/corpus.ts';
import { throwDefect } from '../support/defects.ts';
import { answerTo, editorRequests } from '../support/every-request.ts';
import { type Files, logOfFiles, ROOT } from '../support/log-of-files.ts';
import { sessionOver } from '../support/session.ts';

/** Approximate number of offsets per text. */
const OFFSETS = 10;

/** All results for the files of a log, with LF: of the rules, the editor's features and the page. */
async function resultsOf(files: Files): Promise<Map<string, unknown>> {
	const log = logOfFiles(files);
	const session = sessionOver(log, files.now);
	const results = new Map<string, unknown>();
	for (const [path, written] of Object.entries(files.texts)) {
		const document = log.document(`${ROOT}/${path}`);
		const add = (what: string, result: unknown) => results.set(`${what} of ${path}`, result);
		if (document === undefined) {
			add('no document', true);
			continue;
		}
		const { uri, kind, dialect, text } = document;
		const findings = log.findings(uri);
		add('kind', [kind, dialect]);
		add('findings', findings);
		add('fixed text', withLf(applyEditsToWritten(written, safeEdits(findings))));
		add('page', pageOf({ document, log }, undefined, { revision: () => 0, onDefect: throwDefect }));
		for (const request of editorRequests) {
			const stride = request.atOffset ? Math.max(1, Math.floor(text.length / OFFSETS)) : text.length + 1;
			for (let offset = 0; offset <= text.length; offset += stride) {
				add(`${request.name} at ${offset}`, withLf(await answerTo(request, session, document, offset)));
			}
		}
	}
	return results;
}

/** Replaces the line breaks of new text by LF. */
function withLf<T>(value: T): T {
	return JSON.parse(JSON.stringify(value ?? null).replaceAll('\\r\\n', '\\n')) as T;
}

/** The results that differ: a failure then shows only these. */
async function differences(files: Files, lineBreak: string): Promise<unknown[]> {
	const [one, other] = [
		await resultsOf(withLineBreaks(files, '\n')),
		await resultsOf(withLineBreaks(files, lineBreak)),
	];
	return [...new Set([...one.keys(), ...other.keys()])]
		.filter(key => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)))
		.map(key => ({ key, one: one.get(key), other: other.get(key) }));
}

test.each(corpus().map(files => [files.name, files] as const))(
	'%s: results with CRLF and LF are equal',
	async (_, files) => {
		expect(await differences(files, '\r\n')).toEqual([]);
	},
);

test('results with CRLF and LF are equal for mutated texts', async () => {
	await fc.assert(
		fc.asyncProperty(mutated(corpus(), ['\n']), async ({ files }) => {
			expect(await differences(files, '\r\n')).toEqual([]);
		}),
		{ seed: 20240831, numRuns: 30 },
	);
});

test.each([
	['unclosed front matter', 'incidents/a.md', '---\ntitle: A\n\n\nMore.\n'],
	[
		'a wrapped page',
		'bulletins/2024-08-31.md',
		'# 2024-08-31\n\nThis week\nin August 15\nissue and the August\n26 incident, see the\nAugust 28 outage.\n',
	],
])('results with CRLF and LF are equal for %s', async (_, path, text) => {
	expect(await differences({ name: path, now: 0, texts: { [path]: text } }, '\r\n')).toEqual([]);
});

test('inserted text has the line breaks of the file', async () => {
	const lone = (texts: Files['texts']) => [...Object.values(texts)].flatMap(text => text.match(/(?<!\r)\n/g) ?? []);
	for (const files of corpus()) {
		const crlf = withLineBreaks(files, '\r\n');
		const log = logOfFiles(crlf);
		const session = sessionOver(log, files.now);
		expect(lone(crlf.texts)).toEqual([]);
		for (const document of log.documents().flatMap(({ uri }) => log.document(uri) ?? [])) {
			for (const request of editorRequests) {
				if (
					['textDocument/completion', 'textDocument/codeAction', 'textDocument/rename'].includes(request.feature.method)
				) {
					for (const { range } of log.findings(document.uri)) {
						const answer = await answerTo(request, session, document, range.start);
						expect(newTexts(answer).filter(text => /(?<!\r)\n/.test(text))).toEqual([]);
					}
				}
			}
		}
	}
});

function newTexts(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) {
		return [];
	}
	const own = 'newText' in value && typeof value.newText === 'string' ? [value.newText] : [];
	return [...own, ...Object.values(value).flatMap(newTexts)];
}

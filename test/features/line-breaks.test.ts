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

/** About so many places of a text are asked about. */
const PLACES = 10;

/** All that is said of the files of a log, with plain line breaks: by the rules, the editor's features and the page. */
async function toldOf(files: Files): Promise<Map<string, unknown>> {
	const log = logOfFiles(files);
	const session = sessionOver(log, files.now);
	const told = new Map<string, unknown>();
	for (const [path, written] of Object.entries(files.texts)) {
		const document = log.document(`${ROOT}/${path}`);
		const tell = (what: string, answer: unknown) => told.set(`${what} of ${path}`, answer);
		if (document === undefined) {
			tell('no document', true);
			continue;
		}
		const { uri, kind, dialect, text } = document;
		const findings = log.findings(uri);
		tell('kind', [kind, dialect]);
		tell('findings', findings);
		tell('fixed text', plain(applyEditsToWritten(written, safeEdits(findings))));
		tell('page', pageOf({ document, log }, undefined, 0, throwDefect));
		for (const request of editorRequests) {
			const stride = request.atOffset ? Math.max(1, Math.floor(text.length / PLACES)) : text.length + 1;
			for (let offset = 0; offset <= text.length; offset += stride) {
				tell(`${request.name} at ${offset}`, plain(await answerTo(request, session, document, offset)));
			}
		}
	}
	return told;
}

/** Line breaks in what is to be written are those of the file. */
function plain<T>(value: T): T {
	return JSON.parse(JSON.stringify(value ?? null).replaceAll('\\r\\n', '\\n')) as T;
}

/** What differs, so that a failure shows it and not everything. */
async function differences(files: Files, lineBreak: string): Promise<unknown[]> {
	const [one, other] = [await toldOf(withLineBreaks(files, '\n')), await toldOf(withLineBreaks(files, lineBreak))];
	return [...new Set([...one.keys(), ...other.keys()])]
		.filter(key => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)))
		.map(key => ({ key, one: one.get(key), other: other.get(key) }));
}

test.each(corpus().map(files => [files.name, files] as const))('%s: CRLF changes nothing', async (_, files) => {
	expect(await differences(files, '\r\n')).toEqual([]);
});

test('CRLF changes nothing in what somebody has typed so far', async () => {
	await fc.assert(
		fc.asyncProperty(mutated(corpus(), ['\n']), async ({ files }) => {
			expect(await differences(files, '\r\n')).toEqual([]);
		}),
		{ seed: 20240831, numRuns: 30 },
	);
});

test.each([
	['front matter that is not closed yet', 'incidents/a.md', '---\ntitle: A\n\n\nMore.\n'],
	[
		'a wrapped page',
		'bulletins/2024-08-31.md',
		'# 2024-08-31\n\nThis week\nin August 15\nissue and the August\n26 incident, see the\nAugust 28 outage.\n',
	],
])('%s reads the same with CRLF', async (_, path, text) => {
	expect(await differences({ name: path, now: 0, texts: { [path]: text } }, '\r\n')).toEqual([]);
});

test('what is inserted has the line breaks of the file', async () => {
	const lone = (texts: Files['texts']) => [...Object.values(texts)].flatMap(text => text.match(/(?<!\r)\n/g) ?? []);
	for (const files of corpus()) {
		const crlf = withLineBreaks(files, '\r\n');
		const log = logOfFiles(crlf);
		const session = sessionOver(log, files.now);
		expect(lone(crlf.texts)).toEqual([]);
		for (const document of log.documents()) {
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

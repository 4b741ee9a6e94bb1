import { describe, expect, test } from 'vitest';
import { type DocumentParser, documentParser } from '../../src/log/document-parser.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { startClient } from '../server/client.ts';
import { CLOCK, filesAt } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { runOn } from '../support/memory-host.ts';
import { probe } from '../support/probe-rules.ts';

/** Words in a text that make a step fail. */
const FAILS = { parse: 'FAILS-TO-PARSE', facts: 'FAILS-TO-GIVE-FACTS', detect: 'FAILS-TO-DETECT' };
const CAUSE = 'Cannot convert object to primitive value';

function failOn(text: string, word: string): void {
	if (text.includes(word)) {
		throw new TypeError(CAUSE);
	}
}

/** The parser of the product, with steps that fail on some texts. */
const parser: DocumentParser = {
	parse(source) {
		failOn(source.text, FAILS.parse);
		const document = documentParser.parse(source);
		return {
			...document,
			get references() {
				failOn(source.text, FAILS.facts);
				return document.references;
			},
		};
	},
	looksLikeDialect(dialect, text) {
		failOn(text, FAILS.detect);
		return documentParser.looksLikeDialect(dialect, text);
	},
};

const GOOD =
	'title: Queue stopped\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T06:00:00Z\n';
const REFERRING = `${GOOD}references: [{ id: bad, relation: recurrence-of }]\n`;
const ROOT = 'file:///home/me/log';

async function findingsOf(files: Readonly<Record<string, string>>, rules?: readonly Rule[]) {
	const environment = new MemoryEnvironment(filesAt(ROOT, files));
	const workspace = await openWorkspace({
		environment,
		folders: [ROOT],
		clock: CLOCK,
		parser,
		...(rules && { rules }),
	});
	return (path: string) =>
		workspace.findings(`${ROOT}/${path}`).map(({ code, level, message, range }) => ({ code, level, message, range }));
}

function readingError(path: string) {
	return {
		code: 'internal/error',
		level: 'error',
		message: `Internal error while reading \`${path}\`: ${CAUSE}. Expected none: please report this defect of Incident Log.`,
		range: { start: 0, end: 0 },
	};
}

describe('an internal error', () => {
	test('in reading a document is one finding, and other documents are checked', async () => {
		const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`incidents/z-${index}.yaml`, GOOD]));
		const find = await findingsOf({
			'incidents/bad.yaml': `${GOOD}summary: ${FAILS.parse}\n`,
			'incidents/referring.yaml': REFERRING,
			'incidents/wrong.yaml': `${GOOD}impact: huge\n`,
			...many,
		});
		expect(find('incidents/bad.yaml')).toEqual([readingError('incidents/bad.yaml')]);
		expect(find('incidents/wrong.yaml').map(({ code }) => code)).toContain('impact/unknown-level');
		expect(find('incidents/z-149.yaml').map(({ code }) => code)).not.toContain('internal/error');
		expect(find('incidents/referring.yaml').map(({ code }) => code)).not.toContain('reference/unresolved');
	});

	test('in the configuration is a finding there, and the log is read without configuration', async () => {
		const find = await findingsOf({
			'incident-log.yaml': `title: ${FAILS.parse}\n`,
			'incidents/wrong.yaml': `${GOOD}impact: huge\n`,
		});
		expect(find('incident-log.yaml')).toEqual([readingError('incident-log.yaml')]);
		expect(find('incidents/wrong.yaml').map(({ code }) => code)).toContain('impact/unknown-level');
	});

	test('disappears with the text that caused it', async () => {
		const environment = new MemoryEnvironment({ [`${ROOT}/incidents/bad.yaml`]: `${GOOD}summary: ${FAILS.parse}\n` });
		const workspace = await openWorkspace({ environment, folders: [ROOT], clock: CLOCK, parser });
		const uri = `${ROOT}/incidents/bad.yaml`;
		expect(workspace.findings(uri)).toHaveLength(1);
		await workspace.open(uri, GOOD);
		expect(workspace.findings(uri)).toEqual([]);
		await workspace.change(uri, `title: ${FAILS.parse}\n`);
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
		await workspace.close(uri);
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
	});

	test('in the facts of a document is one finding, and the document keeps the id of its name', async () => {
		const find = await findingsOf({
			'incidents/bad.yaml': `${GOOD}summary: ${FAILS.facts}\n`,
			'incidents/referring.yaml': REFERRING,
		});
		expect(find('incidents/bad.yaml')).toEqual([readingError('incidents/bad.yaml')]);
		expect(find('incidents/referring.yaml').map(({ code }) => code)).not.toContain('reference/unresolved');
	});

	test('in reading an empty text leaves a document without facts', () => {
		const failing: DocumentParser = {
			...parser,
			parse: () => {
				throw new TypeError(CAUSE);
			},
		};
		const log = new FixtureLog({}, { root: ROOT, parser: failing, onDefect: () => undefined });
		const uri = `${ROOT}/incidents/bad.yaml`;
		log.set(uri, GOOD, 'incident');
		expect(log.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
		expect(log.definitionsOf(uri)).toEqual([]);
	});

	test('of a rule is one finding per document in which it fails', async () => {
		const broken = probe('broken', ({ text }) => {
			failOn(text, 'RULE');
			return ['found'];
		});
		const find = await findingsOf({ 'incidents/a.yaml': `${GOOD}summary: RULE\n`, 'incidents/b.yaml': GOOD }, [
			broken,
			probe('other', () => ['found']),
		]);
		expect(find('incidents/a.yaml').map(({ code }) => code)).toEqual(['internal/error', 'probe/other']);
		expect(find('incidents/b.yaml').map(({ code }) => code)).toEqual(['probe/broken', 'probe/other']);
	});
});

describe('on the command line', () => {
	const files = { 'incidents/bad.yaml': `${GOOD}summary: ${FAILS.parse}\n`, 'incidents/good.yaml': GOOD };

	test('`check` reports it and exits 1', async () => {
		const { code, out, err } = await runOn({ files, parser }, 'check', '--format', 'json');
		const { findings, summary } = JSON.parse(out);
		expect(code).toBe(1);
		expect(findings.map((finding: { file: string; code: string }) => [finding.file, finding.code])).toEqual([
			['incidents/bad.yaml', 'internal/error'],
		]);
		expect(summary.error).toBe(1);
		expect(err).toContain(`Internal error while reading \`incidents/bad.yaml\`: ${CAUSE}`);
		expect(err).not.toMatch(/^ +at /m);
	});

	test('`check` exits 1 even if the configuration turns the rule off', async () => {
		const off = { ...files, 'incident-log.yaml': 'rules: { internal/error: off }\n' };
		const { code, out } = await runOn({ files: off, parser }, 'check', '--format', 'json');
		expect(code).toBe(1);
		expect(JSON.parse(out).findings.map((finding: { code: string }) => finding.code)).toEqual([
			'schema/invalid',
			'internal/error',
		]);
	});

	test('an error in detecting the dialect of another file counts', async () => {
		const files = { 'incidents/good.yaml': GOOD };
		const { code, err } = await runOn(
			{ files: { ...files, 'content/issues/x.md': `---\n${FAILS.detect}: 1\n---\n` }, parser },
			'check',
		);
		expect(code).toBe(1);
		expect(err).toContain('Internal error while reading `content/issues/x.md`');
	});

	test('`fix` skips the document, fixes others, and exits 1', async () => {
		const wrong = GOOD.replace('05:30:00Z', '05:30:00+0000');
		const { code, written } = await runOn({ files: { ...files, 'incidents/wrong.yaml': wrong }, parser }, 'fix');
		expect([code, [...written.keys()]]).toEqual([1, ['incidents/wrong.yaml']]);
	});

	test('`explain` prints its page', async () => {
		const { code, out } = await runOn({ files: {} }, 'explain', 'internal/error');
		expect(code).toBe(0);
		expect(out).toContain('always on');
	});
});

test('the language server continues with 200 records of which one cannot be read', async () => {
	const names = Array.from({ length: 200 }, (_, index) => `incidents/r-${index}.yaml`);
	const files = Object.fromEntries(names.map(name => [name, GOOD.replace('minor', 'huge')]));
	const client = await startClient({ files: { ...files, 'incidents/r-50.yaml': FAILS.parse }, parser });
	expect(Object.keys(await client.allFindings())).toHaveLength(199);
	expect(client.errors.join()).toContain('incidents/r-50.yaml');
	client.open('incidents/r-50.yaml', GOOD.replace('minor', 'huge'));
	expect(await client.findings('incidents/r-50.yaml')).toEqual(['2:9 impact/unknown-level']);
	await client.stop();
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { readGuarded } from '../../src/log/read-document.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import { cstate } from '../../src/parse/dialects/data/cstate.ts';
import type { Source } from '../../src/parse/model/document.ts';
import { Fields } from '../../src/parse/model/fields.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { startClient } from '../server/client.ts';
import { CLOCK, filesAt } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { runOn } from '../support/memory-host.ts';
import { probe } from '../support/probe-rules.ts';

/** Words in a text that make a step fail: the product itself has no such text. Module mocks leak between test files. */
const FAILS = { read: 'FAILS-TO-READ', kind: 'x-fails-to-detect' };
const CAUSE = 'Cannot convert object to primitive value';

function failOn(text: string, word: string): void {
	if (text.includes(word)) {
		throw new TypeError(CAUSE);
	}
}

/** Fields are taken out of the YAML of every record, and of the configuration. */
function failToRead(): void {
	const { text } = Fields.prototype;
	vi.spyOn(Fields.prototype, 'text').mockImplementation(function (this: Fields, path) {
		failOn(this.source.text, FAILS.read);
		return text.call(this, path);
	});
}

/** A sign of a dialect that is looked for in files that could be of it. */
function failToDetect(): Disposable {
	const { detection: signs } = cstate;
	const failing = {
		every: (has: (key: string) => boolean) => {
			failOn(has(FAILS.kind) ? FAILS.kind : '', FAILS.kind);
			return false;
		},
	};
	Object.defineProperty(cstate, 'detection', {
		value: [{ keys: failing }, ...signs],
		configurable: true,
		writable: true,
	});
	return { [Symbol.dispose]: () => Object.assign(cstate, { detection: signs }) };
}

beforeEach(failToRead);
afterEach(() => {
	vi.restoreAllMocks();
});

const GOOD =
	'title: Queue stood still\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T06:00:00Z\n';
const REFERRING = `${GOOD}references: [{ id: bad, relation: recurrence-of }]\n`;
const ROOT = 'file:///home/me/log';

async function findingsOf(files: Readonly<Record<string, string>>, rules?: readonly Rule[]) {
	const environment = new MemoryEnvironment(filesAt(ROOT, files));
	const workspace = await openWorkspace({ environment, folders: [ROOT], clock: CLOCK, ...(rules && { rules }) });
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
	test('in reading a document is one finding, and the others are checked', async () => {
		const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`incidents/z-${index}.yaml`, GOOD]));
		const find = await findingsOf({
			'incidents/bad.yaml': `${GOOD}summary: ${FAILS.read}\n`,
			'incidents/referring.yaml': REFERRING,
			'incidents/wrong.yaml': `${GOOD}impact: huge\n`,
			...many,
		});
		expect(find('incidents/bad.yaml')).toEqual([readingError('incidents/bad.yaml')]);
		expect(find('incidents/wrong.yaml').map(({ code }) => code)).toContain('impact/unknown-level');
		expect(find('incidents/z-149.yaml').map(({ code }) => code)).not.toContain('internal/error');
		// Its name still gives its id.
		expect(find('incidents/referring.yaml').map(({ code }) => code)).not.toContain('reference/unresolved');
	});

	test('in the configuration is a finding there, and the log is read without one', async () => {
		const find = await findingsOf({
			'incident-log.yaml': `title: ${FAILS.read}\n`,
			'incidents/wrong.yaml': `${GOOD}impact: huge\n`,
		});
		expect(find('incident-log.yaml')).toEqual([readingError('incident-log.yaml')]);
		expect(find('incidents/wrong.yaml').map(({ code }) => code)).toContain('impact/unknown-level');
	});

	test('is gone with the text that it came from', async () => {
		const environment = new MemoryEnvironment({ [`${ROOT}/incidents/bad.yaml`]: `${GOOD}summary: ${FAILS.read}\n` });
		const workspace = await openWorkspace({ environment, folders: [ROOT], clock: CLOCK });
		const uri = `${ROOT}/incidents/bad.yaml`;
		expect(workspace.findings(uri)).toHaveLength(1);
		await workspace.open(uri, GOOD);
		expect(workspace.findings(uri)).toEqual([]);
		await workspace.change(uri, `title: ${FAILS.read}\n`);
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
		await workspace.close(uri);
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
	});

	test('in extracting the facts of a document is one as well', () => {
		const uri = `${ROOT}/incidents/bad.yaml`;
		const source: Source = { uri, text: GOOD, kind: 'incident', configuration: DEFAULT_CONFIGURATION };
		const read = () =>
			Object.defineProperty(parseDocument(source), 'references', {
				get: () => {
					throw new TypeError(CAUSE);
				},
			});
		const errors: unknown[] = [];
		const { document, published } = readGuarded(source, read, error => {
			errors.push(error);
			return 'failed';
		});
		expect(document.problems).toEqual([expect.objectContaining({ kind: 'internal-error', message: 'failed' })]);
		expect(published.definitions.map(({ id }) => id)).toEqual(['bad']);
		expect(errors).toHaveLength(1);
	});

	test('in reading even the empty text leaves a document without facts', () => {
		vi.spyOn(Fields.prototype, 'text').mockImplementation(() => {
			throw new TypeError(CAUSE);
		});
		const log = new FixtureLog({}, { root: ROOT, onDefect: () => undefined });
		const uri = `${ROOT}/incidents/bad.yaml`;
		log.set(uri, GOOD, 'incident');
		expect(log.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
		expect(log.definitionsOf(uri)).toEqual([]);
	});

	test('of a rule is one finding for each document it fails in', async () => {
		const broken = probe('broken', ({ text }) => {
			failOn(text, 'RULE');
			return ['said'];
		});
		const find = await findingsOf({ 'incidents/a.yaml': `${GOOD}summary: RULE\n`, 'incidents/b.yaml': GOOD }, [
			broken,
			probe('other', () => ['said']),
		]);
		expect(find('incidents/a.yaml').map(({ code }) => code)).toEqual(['internal/error', 'probe/other']);
		expect(find('incidents/b.yaml').map(({ code }) => code)).toEqual(['probe/broken', 'probe/other']);
	});
});

describe('on the command line', () => {
	const files = { 'incidents/bad.yaml': `${GOOD}summary: ${FAILS.read}\n`, 'incidents/good.yaml': GOOD };

	test('`check` reports it and exits 1', async () => {
		const { code, out, err } = await runOn({ files }, 'check', '--format', 'json');
		const { findings, summary } = JSON.parse(out);
		expect(code).toBe(1);
		expect(findings.map((finding: { file: string; code: string }) => [finding.file, finding.code])).toEqual([
			['incidents/bad.yaml', 'internal/error'],
		]);
		expect(summary.error).toBe(1);
		expect(err).toContain(`Internal error while reading \`incidents/bad.yaml\`: ${CAUSE}`);
		expect(err).not.toMatch(/^ +at /m);
	});

	test('`check` exits 1 though the configuration turns the rule off', async () => {
		const off = { ...files, 'incident-log.yaml': 'rules: { internal/error: off }\n' };
		const { code, out } = await runOn({ files: off }, 'check', '--format', 'json');
		expect(code).toBe(1);
		expect(JSON.parse(out).findings.map((finding: { code: string }) => finding.code)).toEqual([
			'schema/invalid',
			'internal/error',
		]);
	});

	test('a file that is looked at for signs of a dialect counts, though it is no document', async () => {
		using _failing = failToDetect();
		const files = { 'incidents/good.yaml': GOOD };
		const { code, err } = await runOn(
			{ files: { ...files, 'content/issues/x.md': `---\n${FAILS.kind}: 1\n---\n` } },
			'check',
		);
		expect(code).toBe(1);
		expect(err).toContain('Internal error while reading `content/issues/x.md`');
	});

	test('`fix` leaves the document alone, fixes the others, and exits 1', async () => {
		const wrong = GOOD.replace('05:30:00Z', '05:30:00+0000');
		const { code, written } = await runOn({ files: { ...files, 'incidents/wrong.yaml': wrong } }, 'fix');
		expect([code, [...written.keys()]]).toEqual([1, ['incidents/wrong.yaml']]);
	});

	test('`explain` has a page for it', async () => {
		const { code, out } = await runOn({ files: {} }, 'explain', 'internal/error');
		expect(code).toBe(0);
		expect(out).toContain('always on');
	});
});

test('the language server goes on with 200 records, one of which cannot be read', async () => {
	const names = Array.from({ length: 200 }, (_, index) => `incidents/r-${index}.yaml`);
	const files = Object.fromEntries(names.map(name => [name, GOOD.replace('minor', 'huge')]));
	const client = await startClient({ files: { ...files, 'incidents/r-50.yaml': FAILS.read } });
	expect(Object.keys(await client.allFindings())).toHaveLength(199);
	expect(client.errors.join()).toContain('incidents/r-50.yaml');
	client.open('incidents/r-50.yaml', GOOD.replace('minor', 'huge'));
	expect(await client.findings('incidents/r-50.yaml')).toEqual(['2:9 impact/unknown-level']);
	await client.stop();
});

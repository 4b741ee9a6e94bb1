import { afterEach, describe, expect, test, vi } from 'vitest';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { runOn } from '../support/memory-host.ts';
import { probe } from '../support/probe-rules.ts';
import { CLOCK } from '../support/small-log.ts';

/** The texts that make a step fail, by the step: the product itself has no such text. */
const FAILS = vi.hoisted(() => ({ parse: 'PARSE', facts: 'FACTS', configuration: 'CONFIGURATION', kind: 'KIND' }));
const failOn = vi.hoisted(() => (text: string, word: string) => {
	if (text.includes(word)) {
		throw new TypeError('Cannot convert object to primitive value');
	}
});

vi.mock('../../src/parse/parse-document.ts', async importOriginal => {
	const original = await importOriginal<typeof import('../../src/parse/parse-document.ts')>();
	const parseDocument: typeof original.parseDocument = source => {
		failOn(source.text, FAILS.parse);
		return original.parseDocument(source);
	};
	return { ...original, parseDocument };
});
vi.mock('../../src/log/publish.ts', async importOriginal => {
	const original = await importOriginal<typeof import('../../src/log/publish.ts')>();
	const publish: typeof original.publish = (document, configuration) => {
		failOn(document.text, FAILS.facts);
		return original.publish(document, configuration);
	};
	return { ...original, publish };
});
vi.mock('../../src/parse/configuration.ts', async importOriginal => {
	const original = await importOriginal<typeof import('../../src/parse/configuration.ts')>();
	const readConfiguration: typeof original.readConfiguration = document => {
		failOn(document.text, FAILS.configuration);
		return original.readConfiguration(document);
	};
	return { ...original, readConfiguration };
});
vi.mock('../../src/parse/dialect/signs.ts', async importOriginal => {
	const original = await importOriginal<typeof import('../../src/parse/dialect/signs.ts')>();
	const showsSigns: typeof original.showsSigns = (dialect, text) => {
		failOn(text, FAILS.kind);
		return original.showsSigns(dialect, text);
	};
	return { ...original, showsSigns };
});

const GOOD =
	'title: Queue stood still\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T06:00:00Z\n';
const REFERRING = `${GOOD}references: [{ id: bad, relation: recurrence-of }]\n`;
const ROOT = 'file:///home/me/log';
const CAUSE = 'Cannot convert object to primitive value';

async function findingsOf(files: Readonly<Record<string, string>>, rules?: readonly Rule[]) {
	const environment = new MemoryEnvironment(
		Object.fromEntries(Object.entries(files).map(([path, text]) => [`${ROOT}/${path}`, text])),
	);
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

afterEach(() => {
	vi.restoreAllMocks();
});

describe('an internal error', () => {
	test.each([FAILS.parse, FAILS.facts])(
		'in %s of a document is one finding, and the others are checked',
		async word => {
			const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`incidents/z-${index}.yaml`, GOOD]));
			const find = await findingsOf({
				'incidents/bad.yaml': `${GOOD}summary: ${word}\n`,
				'incidents/referring.yaml': REFERRING,
				'incidents/wrong.yaml': `${GOOD}impact: huge\n`,
				...many,
			});
			expect(find('incidents/bad.yaml')).toEqual([readingError('incidents/bad.yaml')]);
			expect(find('incidents/wrong.yaml').map(({ code }) => code)).toContain('impact/unknown-level');
			expect(find('incidents/z-149.yaml').map(({ code }) => code)).not.toContain('internal/error');
			// Its name still gives its id.
			expect(find('incidents/referring.yaml').map(({ code }) => code)).not.toContain('reference/unresolved');
		},
	);

	test('in the configuration is a finding there, and the log is read without one', async () => {
		const find = await findingsOf({
			'incident-log.yaml': `title: ${FAILS.configuration}\n`,
			'incidents/wrong.yaml': `${GOOD}impact: huge\n`,
		});
		expect(find('incident-log.yaml')).toEqual([readingError('incident-log.yaml')]);
		expect(find('incidents/wrong.yaml').map(({ code }) => code)).toContain('impact/unknown-level');
	});

	test('is gone with the text that it came from', async () => {
		const environment = new MemoryEnvironment({ [`${ROOT}/incidents/bad.yaml`]: `${GOOD}summary: ${FAILS.parse}\n` });
		const workspace = await openWorkspace({ environment, folders: [ROOT], clock: CLOCK });
		const uri = `${ROOT}/incidents/bad.yaml`;
		expect(workspace.findings(uri)).toHaveLength(1);
		await workspace.open(uri, GOOD);
		expect(workspace.findings(uri)).toEqual([]);
		await workspace.change(uri, FAILS.facts);
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
		await workspace.close(uri);
		expect(workspace.findings(uri).map(({ code }) => code)).toEqual(['internal/error']);
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
	const files = { 'incidents/bad.yaml': `${GOOD}summary: ${FAILS.parse}\n`, 'incidents/good.yaml': GOOD };

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
		const { code, err } = await runOn({ files: { ...files, 'content/issues/x.md': FAILS.kind } }, 'check');
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

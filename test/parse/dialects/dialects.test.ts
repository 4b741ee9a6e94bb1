import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/incident-log.schema.json' with { type: 'json' };
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { Incident, LocatedTime, TimelineEntry } from '../../../src/core/incident.ts';
import { FileKinds } from '../../../src/log/kinds.ts';
import { dialects } from '../../../src/parse/dialects/index.ts';
import { incidentTimes } from '../../../src/schema/fields.ts';
import { FixtureLog } from '../../support/fixture-log.ts';
import { cases, type DialectCase } from './cases.ts';

const ROOT = 'file:///home/site';

/** Reads the record of a case in its own log. `stated`: with a configuration that names the dialect. */
function read({ dialect, path, text }: DialectCase, stated: boolean) {
	const configuration = { ...DEFAULT_CONFIGURATION, dialect: stated ? dialect : undefined };
	const uri = `${ROOT}/${path}`;
	const log = new FixtureLog({ [path]: text }, { root: ROOT, configuration, skipOtherFiles: true });
	return { document: log.document(uri), findings: log.findings(uri) };
}

const instant = (at: LocatedTime | undefined) => (at?.reading.ok ? at.reading.earliest.toString() : undefined);
const instants = (entries: readonly TimelineEntry[]) => entries.map(({ at }) => instant(at));

function plain(incident: Incident): Record<string, unknown> {
	const times = incidentTimes.map(field => [field, instant(incident.times.get(field))]);
	return {
		...Object.fromEntries(times),
		id: incident.id,
		kind: incident.kind,
		title: incident.title?.value,
		status: incident.status?.value,
		impact: incident.impact?.value,
		severity: incident.severity?.value,
		severityLevel: incident.inferred.severityLevel?.value,
		components: incident.components.map(({ value }) => value),
		updates: instants(incident.updates),
		timeline: instants(incident.timeline),
	};
}

describe.each([
	['a detected dialect', false],
	['the dialect of the configuration', true],
])('reads a record in %s', (_, stated) => {
	test.each(cases.map(each => [`${each.dialect}: ${each.what}`, each] as const))('%s', (_, each) => {
		const { document, findings } = read(each, stated);
		// Heads of any form are read alike.
		const isGeneral = ['mybinder', 'key-value'].includes(each.dialect);
		expect(document?.dialect).toBe(isGeneral && !stated ? 'markdown-head' : each.dialect);
		const [incident] = document?.incidents ?? [];
		expect(incident && plain(incident)).toMatchObject(each.incident);
		const grave = findings.filter(({ level }) => level === 'error' || level === 'warning');
		expect(grave.map(({ code }) => code)).toEqual(each.findings);
		for (const { range } of findings) {
			expect(range.end).toBeLessThanOrEqual(each.text.length);
		}
	});
});

test('a finding names a field by its source name', () => {
	const late = cases.find(({ path }) => path.endsWith('disk.md'));
	const [finding] = late ? read(late, false).findings : [];
	expect(finding?.message).toMatch(/^Times out of order: `resolvedWhen` is .* before `date`/);
});

test('a page in `content/issues` without front matter of a dialect is not a record', () => {
	const text = '---\ntitle: Summer issue\ndate: 2024-08-26\nauthors: [Ada]\n---\n\nPoems.\n';
	expect(new FileKinds(ROOT, DEFAULT_CONFIGURATION, false).kindOf(`${ROOT}/content/issues/summer.md`, text)).toBe(
		undefined,
	);
});

test('words of a dialect that are levels of the log are kept', () => {
	const impact = { ...DEFAULT_CONFIGURATION.impact, levelOf: (word: string) => (word === 'down' ? 'down' : undefined) };
	const late = cases.find(({ path }) => path.endsWith('disk.md'));
	const log = new FixtureLog({}, { root: ROOT, configuration: { ...DEFAULT_CONFIGURATION, impact } });
	log.set(`${ROOT}/x.md`, late?.text ?? '', 'incident');
	expect(log.document(`${ROOT}/x.md`)?.incidents[0]?.impact?.value).toBe('down');
});

describe('the list of dialects', () => {
	const folder = new URL('../../../src/parse/dialects/data/', import.meta.url);

	test('contains every file of its folder, by its name', () => {
		const files = fs.readdirSync(folder).filter(name => name !== 'index.ts');
		expect(dialects.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
	});

	test('is that of the schema of the configuration', () => {
		expect(schema.properties.dialect.enum).toEqual(dialects.map(({ name }) => name));
	});

	test('is not imported by rules', () => {
		const rulesFolder = new URL('../../../src/rules/', import.meta.url);
		const files = fs
			.readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
			.filter(name => name.endsWith('.ts'));
		const importing = files.filter(name =>
			/parse\/dialects?\//.test(fs.readFileSync(new URL(name, rulesFolder), 'utf8')),
		);
		expect(importing).toEqual([]);
	});
});

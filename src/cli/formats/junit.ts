import { groupBy } from '../group-by.ts';
import { pathFrom } from '../path-from.ts';
import { type CheckReport, isFailing, type ReportedFinding } from '../report.ts';
import type { FormatContext, OutputFormat } from './format.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/**
 * JUnit XML, with the elements and attributes that the schemas of Ant and of Jenkins require. Each document is a suite. A
 * finding that fails the run is a failed test, other findings are output of the suite, and a document without failures is a
 * passed test.
 */
export const junit: OutputFormat = {
	report: (report, context) => {
		const found = groupBy(report.findings, ({ uri }) => uri);
		const uris = new Set([...report.checked.map(({ uri }) => uri), ...found.keys()]);
		return document([...uris].map(uri => suiteOf(uri, found.get(uri) ?? [], report, context)));
	},
	failure: (message, { now }) =>
		document([
			{
				name: 'incident-log',
				tests: [{ name: 'check', fault: { name: 'error', attributes: { message, type: 'incident-log' } } }],
				output: '',
				now,
			},
		]),
};

interface Suite {
	readonly name: string;
	readonly tests: readonly Test[];
	readonly output: string;
	readonly now: number;
}

interface Test {
	readonly name: string;
	/** `failure` or `error`; undefined for a passed test. */
	readonly fault?: XmlElement;
}

function suiteOf(uri: string, found: readonly ReportedFinding[], report: CheckReport, context: FormatContext): Suite {
	const failing = found.filter(({ finding }) => isFailing(report, finding.level));
	const others = found.filter(({ finding }) => !isFailing(report, finding.level));
	return {
		name: pathFrom(context.cwd, uri),
		tests: failing.length === 0 ? [{ name: 'check' }] : failing.map(failedTest),
		output: others.map(({ finding, ...place }) => `${describe({ finding, ...place })}\n`).join(''),
		now: context.now,
	};
}

function failedTest(found: ReportedFinding): Test {
	const { finding, lines } = found;
	const { line, character } = lines.positionAt(finding.range.start);
	return {
		name: `${finding.code} ${line + 1}:${character + 1}`,
		fault: {
			name: 'failure',
			attributes: { message: finding.message, type: finding.level },
			text: describe(found),
		},
	};
}

function describe({ finding, lines }: ReportedFinding): string {
	const { line, character } = lines.positionAt(finding.range.start);
	return `${line + 1}:${character + 1} ${finding.level} ${finding.code}: ${finding.message}`;
}

function document(suites: readonly Suite[]): string {
	return xmlDocument({ name: 'testsuites', children: suites.map(suiteElement) });
}

function suiteElement({ name, tests, output, now }: Suite, id: number): XmlElement {
	const count = (fault: string) => tests.filter(test => test.fault?.name === fault).length;
	return {
		name: 'testsuite',
		attributes: {
			name,
			package: 'incident-log',
			id,
			tests: tests.length,
			failures: count('failure'),
			errors: count('error'),
			time: 0,
			// Without a zone, as the schema of Ant requires.
			timestamp: new Date(now).toISOString().slice(0, 19),
			hostname: 'localhost',
		},
		children: [
			{ name: 'properties' },
			...tests.map(test => ({
				name: 'testcase',
				attributes: { name: test.name, classname: name, time: 0 },
				children: test.fault === undefined ? [] : [test.fault],
			})),
			{ name: 'system-out', text: output },
			{ name: 'system-err' },
		],
	};
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import { parseDocument } from '../../../src/parse/parse-document.ts';

function parse(text: string, file = 'incidents/a.yaml') {
	return parseDocument({ uri: `file:///log/${file}`, text, kind: 'incident', configuration: DEFAULT_CONFIGURATION });
}

/** Each suppression as `directive code@first line–last line …`, both counted from 1. */
function describeSuppressions(text: string, file?: string): readonly string[] {
	const { suppressions, lines } = parse(text, file);
	return suppressions.map(({ directive, codes, unexpectedText }) => {
		const extents = codes.map(({ code, within }) => {
			const last = within && lines.lineAt(Math.max(within.start, within.end - 1));
			return within && last !== undefined
				? `${code.value}@${lines.lineAt(within.start) + 1}–${last + 1}`
				: `${code.value}@none`;
		});
		return [directive.value, ...extents, ...(unexpectedText ? [`unexpected «${unexpectedText.value}»`] : [])].join(' ');
	});
}

describe('extends the next line to a whole block of a page', () => {
	const comment = '<!-- incident-log-disable-next-line time/order -->\n';
	test.each<[string, string, string]>([
		['a paragraph', `# A\n\n${comment}One\ntwo\nthree.\n\nFour.\n`, '4–6'],
		['a paragraph in an item', `# A\n\n${comment}* One\n  two\n* Three.\n`, '4–5'],
		['a table', `# A\n\n${comment}| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n\nFour.\n`, '4–7'],
		['fenced code', `# A\n\n${comment}\`\`\`text\none\n\`\`\`\n\nFour.\n`, '4–6'],
		[
			'a block scalar in the front matter',
			`---\n# incident-log-disable-next-line time/order\nsummary: |\n  One\n  two\nimpact: none\n---\n`,
			'3–5',
		],
	])('%s', (_name, text, extent) => {
		expect(describeSuppressions(text, 'incidents/a.md')).toEqual([`disable-next-line time/order@${extent}`]);
	});
});

describe('reads suppression comments', () => {
	test.each<[string, string, readonly string[]]>([
		[
			'the next line',
			'a: 1\n# incident-log-disable-next-line time/order\nb: 2\nc: 3\n',
			['disable-next-line time/order@3–3'],
		],
		['its own line', 'a: 1\nb: 2 # incident-log-disable-line time/order\nc: 3\n', ['disable-line time/order@2–2']],
		['the whole file', 'a: 1\n#incident-log-disable-file time/order', ['disable-file time/order@1–2']],
		['from here to the end', 'a: 1\n# incident-log-disable time/order\nb: 2\nc: 3\n', ['disable time/order@2–4']],
		[
			'from here to there',
			'# incident-log-disable time/order time/format\na: 1\n# incident-log-enable time/order\nb: 2\n# incident-log-enable\nc: 3\n',
			['disable time/order@1–2 time/format@1–4', 'enable time/order@none', 'enable'],
		],
		[
			'several codes and a reason',
			'## incident-log-disable-next-line time/order,time/format , schema/yaml-1.1-trap -- why time/left-open\na: 1',
			['disable-next-line time/order@2–2 time/format@2–2 schema/yaml-1.1-trap@2–2'],
		],
		[
			'a reason without its dashes',
			'# incident-log-disable-next-line time/order because so\na: 1',
			['disable-next-line time/order@2–2 unexpected «because so»'],
		],
		[
			'all lines of a block scalar below its comment',
			'a: 1\n# incident-log-disable-next-line time/order\nsummary: |\n  One.\n\n  Two.\nb: 2\n',
			['disable-next-line time/order@3–6'],
		],
		[
			'all lines of a quoted text, and of a text in a list',
			'# incident-log-disable-next-line time/order\na: "one\n  two"\nb:\n  # incident-log-disable-next-line time/order\n  - one\n    two\n  - three\n',
			['disable-next-line time/order@2–3', 'disable-next-line time/order@6–7'],
		],
		[
			'only the first line of a mapping, which can contain comments',
			'# incident-log-disable-next-line time/order\na:\n  b: 1\n  c: 2\n',
			['disable-next-line time/order@2–2'],
		],
		['no code', '# incident-log-disable -- because\na: 1', ['disable']],
		['a misspelt directive', '# incident-log-disable-nextline time/order\na: 1', ['disable-nextline time/order@none']],
		['another word', '# incident-log-generator 1.0\na: 1', []],
		['a longer word', '# incident-log-disabled.\na: 1', []],
		['in the middle of a comment', '# see incident-log-disable time/order\na: 1', []],
		[
			'other comments and empty lines in between',
			'# incident-log-disable-next-line time/order\n\n# the clock was slow\n  # incident-log-disable-next-line time/format\na: 1\n',
			['disable-next-line time/order@5–5', 'disable-next-line time/format@5–5'],
		],
		['nothing below', 'a: 1\n# incident-log-disable-next-line time/order', ['disable-next-line time/order@2–2']],
		['the first line', '\n# incident-log-disable-line time/order', ['disable-line time/order@2–2']],
		[
			'Windows line breaks',
			'a: 1\r\n# incident-log-disable-next-line time/order\r\nb: 2\r\n',
			['disable-next-line time/order@3–3'],
		],
	])('%s', (_, text, expected) => {
		expect(describeSuppressions(text)).toEqual(expected);
	});
});

describe('reads directives in comments only', () => {
	const directive = 'incident-log-disable time/order';
	test.each<[string, string]>([
		['a block of text', `a: |\n  # ${directive}\nb: 1\n`],
		['a folded block', `a: >-\n  text\n  # ${directive}\nb: 1\n`],
		['a quoted text', `a: "x\n # ${directive}\n "\n`],
		['a text with a number sign in it', `a: x#${directive}\n`],
	])('not in YAML: %s', (_, text) => {
		expect(describeSuppressions(text)).toEqual([]);
	});

	test.each<[string, string]>([
		['after a value', `a: 1 # ${directive}\n`],
		['after a block', `a: |\n  text\n# ${directive}\nb: 1\n`],
		['in a flow', `a: { b: 1, # ${directive}\n  c: 2 }\n`],
		['after a byte order mark', `\uFEFF# ${directive}\na: 1\n`],
		['in invalid YAML', `a: [1\n# ${directive}\nb: }\n`],
	])('in YAML: %s', (_, text) => {
		const { suppressions } = parse(text);
		expect(suppressions.map(({ range }) => text.slice(range.start, range.end))).toEqual([`# ${directive}`]);
	});

	test.each<[string, string]>([
		['fenced code', `\`\`\`\n<!-- ${directive} -->\n\`\`\`\n`],
		['indented code', `text\n\n    <!-- ${directive} -->\n`],
		['a code span', `so: \`<!-- ${directive} -->\`\n`],
		['a heading of Markdown', `# ${directive}\n`],
		['a comment that is never closed', `text <!-- ${directive}\n`],
	])('not in Markdown: %s', (_, text) => {
		expect(describeSuppressions(text, 'incidents/a.md')).toEqual([]);
	});

	test.each<[string, string]>([
		['on a line of its own', `text\n\n<!-- ${directive} -->\n`],
		['within a sentence', `text <!-- ${directive} --> text\n`],
		['in a list', `- a\n\n  <!-- ${directive} -->\n`],
		['over several lines', `<!--\n  ${directive}\n  -- because\n-->\n`],
	])('in Markdown: %s', (_, text) => {
		expect(describeSuppressions(text, 'incidents/a.md').map(line => line.replace(/@.*/, ''))).toEqual([
			'disable time/order',
		]);
	});

	test('in front matter and body of one file', () => {
		const text = [
			'---',
			'a: 1',
			'# incident-log-disable time/order',
			'b: 2',
			'---',
			'',
			'text',
			'',
			'<!-- incident-log-enable -->',
			'',
			'# incident-log-disable time/format',
		].join('\n');
		expect(describeSuppressions(text, 'incidents/a.md')).toEqual(['disable time/order@3–8', 'enable']);
	});
});

describe('any text', () => {
	// Includes whole directives: random parts would rarely form one.
	const part = fc.oneof(
		fc.constantFrom(
			'# incident-log-disable',
			'# incident-log-enable time/order\n',
			'\n# incident-log-disable-next-line time/order, time/format -- why\n',
			'<!-- incident-log-disable-next-line time/order -->\n',
			'<!-- incident-log-disable-file',
		),
		fc.constantFrom(
			...['# ', '<!-- ', ' -->', 'incident-log-', 'disable', 'enable', '-next-line', ' time/order', ',', ' -- '],
			...['\n', '"', '|\n', 'a: ', '---\n', '{', '\x1f', '\x02'],
		),
	);
	const texts = fc.array(part, { maxLength: 30 }).map(parts => parts.join(''));
	const names = fc.constantFrom('a.yaml', 'a.md');

	test('is read without an exception, with ranges inside of it', () => {
		fc.assert(
			fc.property(texts, names, (text, name) => {
				for (const { range, directive, codes } of parse(text, `incidents/${name}`).suppressions) {
					expect(text.slice(directive.range.start, directive.range.end)).toBe(`incident-log-${directive.value}`);
					expect(range.start <= directive.range.start && directive.range.end <= range.end).toBe(true);
					for (const { code, within } of codes) {
						expect(text.slice(code.range.start, code.range.end)).toBe(code.value);
						expect(within === undefined || (within.start <= within.end && within.end <= text.length)).toBe(true);
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	// Guards against a vacuous pass.
	test('often has suppressions', () => {
		const drawn = fc.sample(fc.tuple(texts, names), { seed: 1, numRuns: 200 });
		const counts = drawn.map(([text, name]) => parse(text, `incidents/${name}`).suppressions.length);
		expect(counts.filter(count => count > 0).length).toBeGreaterThan(60);
	});
});

import { describe, expect, test } from 'vitest';
import { paint } from '../../../src/cli/style.ts';
import { StyledText } from '../../../src/cli/styled-text.ts';
import { columnAt, columnBefore, cutLine, shownText, widthOf } from '../../../src/cli/terminal/cells.ts';
import { fixLines } from '../../../src/cli/terminal/fix-lines.ts';
import { wrapMessage } from '../../../src/cli/terminal/wrap.ts';
import { LineIndex } from '../../../src/core/line-index.ts';
import { type Machine, runOn } from '../../support/memory-host.ts';

const CONFIGURATION = 'time_zone: America/New_York\n';
const LATE_ENTRY = '# 2024-08-31\n\n## Incidents\n\n* **August 26: Late** (05:30EST): Nothing moved for an hour.\n';
const late = { 'incident-log.yaml': CONFIGURATION, 'bulletins/2024-08-31.md': LATE_ENTRY };
const REVERSED =
	'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\nsumary: x\nresolved_at: 2024-08-03T09:00:00-04:00\n';
const PLAIN = { NO_COLOR: '1' };

async function check(machine: Omit<Machine, 'files'> & Partial<Machine>, ...args: string[]): Promise<string> {
	return (await runOn({ files: late, ...machine }, 'check', ...args)).out;
}

test('shows findings by file, each with its position, message, source line and safe fix', async () => {
	expect(await check({})).toBe(
		[
			'bulletins/2024-08-31.md',
			'',
			'  5:29  error  time/zone-not-in-force  fixable',
			'  Zone abbreviation `EST` is not in force in New York on 26 August 2024. Expected `EDT`.',
			'    5 │ * **August 26: Late** (05:30EST): Nothing moved for an hour.',
			'      │                             ^^^',
			'    5 + * **August 26: Late** (05:30EDT): Nothing moved for an hour.',
			'',
			'2 documents checked: 1 error (1 fixable)',
			'',
			'`incident-log fix` fixes all of them.',
			'`incident-log explain time/zone-not-in-force` describes a rule.',
			'',
		].join('\n'),
	);
});

test('shows the name of a file once', async () => {
	const files = { 'incident-log.yaml': CONFIGURATION, 'incidents/a.yaml': REVERSED };
	const lines = (await check({ files })).split('\n');
	expect(lines.filter(line => line.includes('incidents/a.yaml'))).toEqual(['incidents/a.yaml']);
	expect(lines.filter(line => /^ {2}\d+:\d+ {2}(?:error|warning)/.test(line)).length).toBeGreaterThan(2);
});

test('marks related lines of the same file in their order', async () => {
	const out = await check({ files: { 'incident-log.yaml': CONFIGURATION, 'incidents/a.yaml': REVERSED } });
	expect(out).toContain(
		[
			'    3 │ started_at: 2024-08-03T10:00:00-04:00',
			'      │             ------------------------- Value of `started_at`',
			'    5 │ resolved_at: 2024-08-03T09:00:00-04:00',
			'      │              ^^^^^^^^^^^^^^^^^^^^^^^^^',
			'',
		].join('\n'),
	);
});

test('names related locations in other files', async () => {
	const record =
		'id: a\ntitle: A\nimpact: minor\nstarted_at: 2024-08-03T10:00:00-04:00\nresolved_at: 2024-08-03T11:00:00-04:00\n';
	const files = { 'incident-log.yaml': CONFIGURATION, 'incidents/a.yaml': record, 'incidents/b.yaml': record };
	expect(await check({ files })).toMatch(/^ {2}╰ incidents\/a\.yaml:1:5: /m);
});

describe('lines of files', () => {
	/** The text above the carets of the first finding, by the columns of a terminal. */
	function aboveCarets(out: string): string {
		const lines = out.split('\n');
		const index = lines.findIndex(line => /^ +│ +\^+$/.test(line));
		const [source = '', carets = ''] = lines.slice(index - 1, index + 1);
		const from = carets.indexOf('^');
		const to = carets.length;
		let column = 0;
		let text = '';
		for (const { segment } of new Intl.Segmenter().segment(source)) {
			text += column >= from && column < to ? segment : '';
			column += widthOf(segment);
		}
		return text;
	}

	test.each([
		['Latin letters', 'Late', 'EST'],
		['Chinese characters', '数据库磁盘已满', 'EST'],
		['full-width letters', 'Ｄｉｓｋ　ｆｕｌｌ', 'EST'],
		['Hangul', '디스크 가득 참', 'EST'],
		['half-width katakana', 'ﾃﾞｨｽｸ', 'EST'],
		['emoji', '🔥 disk 🚒', 'EST'],
		['flags and skin tones', '🇳🇴 👍🏽', 'EST'],
		['emoji with a variation selector', '⚠️ disk ❤️', 'EST'],
		['combining marks', 'Sto\u0308rung', 'EST'],
		['tabs', 'a\tb', 'EST'],
		['invisible characters', 'a\u200bb\u202ec', 'EST'],
	])('have carets below the range after %s', async (_, title, expected) => {
		const files = { ...late, 'bulletins/2024-08-31.md': LATE_ENTRY.replace('Late', title) };
		expect(aboveCarets(await check({ files }))).toBe(expected);
		const columns = 40;
		const cut = await check({ files, columns, variables: PLAIN });
		expect(aboveCarets(cut)).toBe(expected);
		const sources = cut.split('\n').filter(line => line.includes(' │ '));
		expect(Math.max(...sources.map(widthOf))).toBeLessThanOrEqual(columns);
	});

	test('have as many carets as a wide range has columns', async () => {
		const files = {
			'incident-log.yaml': CONFIGURATION,
			'incidents/a.yaml': `title: A\nimpact: 重大🔥\n${REVERSED.slice(22)}`,
		};
		const out = await check({ files });
		expect(out).toContain('    2 │ impact: 重大🔥\n      │         ^^^^^^\n');
	});

	test.each([
		['at its start', 'EST', `${'x'.repeat(300)}`],
		['in its middle', `${'late and later '.repeat(20)}EST`, ' nothing moved'.repeat(20)],
		['at its end', `${'x'.repeat(300)}EST`, ''],
		['between wide characters', `${'数'.repeat(300)}EST`, '据'.repeat(300)],
		['between combining marks', `${'o\u0308'.repeat(300)}EST`, 'a\u0300'.repeat(300)],
	])('are cut to the width around a range %s', (_, before, after) => {
		const line = before + after;
		const start = before.length - 3;
		for (const width of [20, 33, 80]) {
			const cut = cutLine(line, start, width);
			const shown = shownText(cut);
			expect(widthOf(shown)).toBeLessThanOrEqual(width);
			expect(widthOf(shown)).toBeGreaterThan(width - 5);
			expect([cut.isCutBefore, cut.isCutAfter]).toEqual([shown.startsWith('…'), shown.endsWith('…')]);
			expect(columnBefore(cut, start + 3) - columnAt(cut, start)).toBe(3);
			const visible = cut.cells.filter(cell => cell.start >= start && cell.end <= start + 3);
			expect(visible.map(({ text }) => text).join('')).toBe('EST');
		}
	});
});

describe('fixes', () => {
	const shownFix = (text: string, newText: string, start: number, end: number, shown = -1) =>
		fixLines(
			{ text, lines: new LineIndex(text) },
			{ title: 'Fix', safe: true, edits: [{ range: { start, end }, newText }] },
			shown,
			80,
			paint(false),
		).map(String);

	test('show a changed line as removed and added', () => {
		expect(shownFix('a: 1\nb: 2\nc: 3\n', '4', 8, 9)).toEqual(['    2 - b: 2', '    2 + b: 4']);
	});

	test('do not repeat the line that is shown already', () => {
		expect(shownFix('a: 1\nb: 2\nc: 3\n', '4', 8, 9, 1)).toEqual(['    2 + b: 4']);
	});

	test('show added lines', () => {
		expect(shownFix('a: 1\nc: 3\n', 'b: 2\n', 5, 5)).toEqual(['    2 + b: 2']);
	});

	test('show removed lines', () => {
		expect(shownFix('a: 1\nb: 2\nc: 3\n', '', 5, 10)).toEqual(['    2 - b: 2']);
	});

	test('show at most ten lines', () => {
		const lines = shownFix('a: 1\n', 'x: 1\n'.repeat(15), 0, 0);
		expect(lines).toHaveLength(11);
		expect(lines.at(-1)).toBe('      … 5 more lines');
	});

	test('mark the words that differ', () => {
		const text = 'at: 05:30 EST now\n';
		const [line] = fixLines(
			{ text, lines: new LineIndex(text) },
			{ title: 'Fix', safe: true, edits: [{ range: { start: 11, end: 12 }, newText: 'D' }] },
			0,
			80,
			paint(true),
		);
		expect(StyledText.forTerminal(line ?? '')).toContain('at: 05:30 \u001b[1mEDT\u001b[22m now');
	});

	test('that are not safe are not shown', async () => {
		const files = { 'incident-log.yaml': CONFIGURATION, 'incidents/a.yaml': REVERSED };
		expect(await check({ files })).not.toMatch(/^ +\d+ [+-] /m);
	});
});

describe('on a terminal', () => {
	test('wraps messages at words', async () => {
		const out = await check({ columns: 50, variables: PLAIN });
		expect(out).toContain(
			'  Zone abbreviation `EST` is not in force in New\n  York on 26 August 2024. Expected `EDT`.\n',
		);
	});

	test.each([
		['A word and `two words` here.', 12, ['A word and', '`two words`', 'here.']],
		['`a` `b`, `c`.', 6, ['`a`', '`b`,', '`c`.']],
		['averyveryverylongword x', 5, ['averyveryverylongword', 'x']],
		['数据库 磁盘 已满', 10, ['数据库', '磁盘 已满']],
		['odd ` backtick', 20, ['odd ` backtick']],
		['', 20, ['']],
	])('wraps %j at %i columns', (message, width, expected) => {
		const lines = wrapMessage(message, width, paint(false)).map(String);
		expect(lines.join(' ')).toBe(message);
		expect(lines).toEqual(expected);
	});

	test('links codes to the pages of their rules', async () => {
		const link =
			'\u001b]8;;https://github.com/example/incident-log/blob/HEAD/docs/rules/time/zone-not-in-force.md\u001b\\';
		for (const args of [[], ['--format', 'concise'], ['--statistics']]) {
			expect(await check({ columns: 80, hyperlinks: true }, ...args)).toContain(link);
			expect(await check({ columns: 80 }, ...args)).not.toContain('\u001b]8');
		}
	});
});

describe('the lines after the findings', () => {
	test('quote paths of the command that fixes', async () => {
		const files = { "my log's/incident-log.yaml": CONFIGURATION, "my log's/bulletins/2024-08-31.md": LATE_ENTRY };
		expect(await check({ files }, "my log's")).toContain("`incident-log fix 'my log'\\''s'` fixes all of them.\n");
	});

	test('state the fix of what is staged, and none for a commit', async () => {
		const machine = { files: late, index: late, committed: {} };
		expect(await check(machine, '--staged')).toContain('`incident-log fix`, then `git add`, fixes all of them.\n');
		expect(await check({ committed: late }, '--commit', 'HEAD')).toContain(
			'`incident-log explain time/zone-not-in-force` describes',
		);
		expect(await check({ committed: late }, '--commit', 'HEAD')).not.toContain('`incident-log fix`');
	});

	test('stage only the fixes of files with unstaged changes', async () => {
		const path = 'bulletins/2024-08-31.md';
		const changed = { ...late, [path]: `${late[path]}\nMore text.\n` };
		expect(await check({ files: changed, index: late, committed: {} }, '--staged')).toContain(
			`\`incident-log fix\`, then \`git add --patch\`, fixes all of them: ${path} has unstaged changes.\n`,
		);
		expect(await check({ files: {}, index: late, committed: {} }, '--staged')).toContain('`git add --patch`');
	});

	test('state that there are too many warnings', async () => {
		const files = { ...late, 'bulletins/2024-08-31.md': '# 2024-08-31\n\nMuch as in the August 3 outage.\n' };
		const reason = 'Too many warnings: 1. Expected at most 0 (`--max-warnings`).\n';
		expect(await check({ files }, '--max-warnings', '0')).toContain(reason);
		expect(await check({ files }, '--max-warnings', '0', '--quiet')).toContain(reason);
		expect(await check({ files }, '--max-warnings', '1')).not.toContain('Too many');
	});

	test('are absent without findings', async () => {
		const out = await check({ files: { 'incident-log.yaml': CONFIGURATION } });
		expect(out).toBe('✓ 1 document checked: no findings\n');
	});
});

describe('what is shown', () => {
	const record = `${REVERSED}resolved: yes\n`;
	const files = { 'incident-log.yaml': CONFIGURATION, 'incidents/a.yaml': record, 'incidents/b.yaml': record };
	const heads = (out: string) => out.split('\n').filter(line => /^ {2}\d+:\d+ {2}\w+ {2}/.test(line));

	test('is only what fails the run with --quiet, and nothing without it', async () => {
		const all = heads(await check({ files }));
		const out = await check({ files }, '--quiet');
		expect(heads(out)).toEqual(all.filter(line => line.includes('  error  ')));
		expect(all.length).toBeGreaterThan(heads(out).length);
		expect(out).not.toContain('incident-log explain');
		expect(await check({ files: { 'incident-log.yaml': CONFIGURATION } }, '--quiet')).toBe('');
		const failing = heads(await check({ files }, '--quiet', '--max-warnings', '0'));
		expect(failing.length).toBeGreaterThan(heads(out).length);
	});

	test('is at most --max-diagnostics findings, errors first', async () => {
		const all = heads(await check({ files }));
		const errors = all.filter(line => line.includes('  error  '));
		const out = await check({ files }, '--max-diagnostics', String(errors.length));
		expect(heads(out)).toEqual(errors);
		expect(out).toContain(`… ${all.length - errors.length} more findings (\`--max-diagnostics ${errors.length}\`)\n`);
		expect(heads(await check({ files }, '--max-diagnostics', '1'))).toEqual(errors.slice(0, 1));
		expect(await check({ files }, '--max-diagnostics', '1000')).toBe(await check({ files }));
		expect((await check({ files }, '--format', 'concise', '--max-diagnostics', '2')).split('\n')).toHaveLength(3);
	});

	test('is a table of rules with --statistics', async () => {
		const out = await check({ files }, '--statistics');
		expect(heads(out)).toEqual([]);
		const rows = out.split('\n').filter(line => /^ *\d+ {2}(?:error|warning|info|hint) /.test(line));
		expect(rows).toContainEqual(expect.stringMatching(/^4 {2}warning {2}schema\/unknown-field +Unknown field$/));
		const json = JSON.parse(await check({ files }, '--format', 'json'));
		const counts = rows.map(row => Number(/\d+/.exec(row)?.[0]));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(json.findings.length);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
		expect(await check({ files: { 'incident-log.yaml': CONFIGURATION } }, '--statistics')).toBe(
			'✓ 1 document checked: no findings\n',
		);
	});

	test('does not change the formats for programs', async () => {
		const json = await check({ files }, '--format', 'json');
		const args = ['--quiet', '--max-diagnostics', '1', '--statistics'];
		expect(await check({ files }, '--format', 'json', ...args)).toBe(json);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/cli/formats/index.ts';
import { visibleText } from '../../src/core/visible-text.ts';
import { clip } from '../../src/core/well-formed.ts';
import { filesWith, HOSTILE, HOSTILE_NAMES } from '../support/hostile.ts';
import { type Run, runOn } from '../support/memory-host.ts';

const ESC = String.fromCodePoint(0x1b);
const SGR = new RegExp(`${ESC}\\[\\d{1,2}m`, 'g');
/** Links to pages of rules, and their ends. */
const LINK = new RegExp(`${ESC}\\]8;;(?:https://[a-z./-]*/docs/rules/[a-z0-9./-]+\\.md)?${ESC}\\\\`, 'gi');

function expectVisible({ out, err }: Run): void {
	for (const text of [out, err].map(text => text.replace(SGR, '').replace(LINK, ''))) {
		expect(visibleText(text)).toBe(text);
		expect(text).not.toMatch(/^incidents\/x\.yaml:1:1 {2}error/m);
	}
}

describe('hostile text does not reach the terminal', () => {
	const commands: (readonly string[])[] = [
		...[...formats.keys()].map(format => ['check', '--format', format]),
		['check', '--quiet', '--max-diagnostics', '3'],
		['check', '--statistics'],
		['check', 'incidents/nowhere\u001b[2J\n.yaml'],
		['check', '--format', '\u001b[2J'],
		['check', '--\u001b[2J'],
		['\u001b[2J\u202e'],
		['fix', '--dry-run'],
		['fix'],
		['import', '--dry-run', 'bulletins'],
		['import', 'bulletins'],
		['import', 'incidents\u001b[2J'],
		['render'],
		['render', '--week', '2024-08-28'],
		['render', '--week', '\u001b[2J'],
		['render', 'incidents/\u001b[2J'],
		['rules'],
		['explain', 'time/order'],
		['explain', '\u001b[2J\u202e'],
		['--help'],
	];
	test.each(commands.map(command => [command.map(visibleText).join(' '), command]))('%s', async (_, command) => {
		for (const text of HOSTILE) {
			for (const name of HOSTILE_NAMES) {
				if (HOSTILE_NAMES.indexOf(name) % 8 !== HOSTILE.indexOf(text) % 8) {
					continue;
				}
				const variables = { FORCE_COLOR: '1' };
				expectVisible(
					await runOn({ files: filesWith(text, name), columns: 80, hyperlinks: true, variables }, ...command),
				);
			}
		}
	});

	test('in any mixture', async () => {
		const mixture = (parts: readonly string[]) =>
			fc.array(fc.constantFrom(...parts, 'a', ' ', '`', '"', '…'), { maxLength: 80 }).map(texts => texts.join(''));
		await fc.assert(
			fc.asyncProperty(
				mixture(HOSTILE),
				mixture(HOSTILE_NAMES),
				fc.constantFrom(...commands),
				async (text, name, command) => {
					const files = filesWith(text, clip(name, 40).replaceAll('/', ''));
					expectVisible(await runOn({ files, columns: 60 }, ...command));
				},
			),
			{ numRuns: 100 },
		);
	});
});

test('carets are below escaped text', async () => {
	const files = {
		'incident-log.yaml': 'title: Log\n',
		'incidents/a.yaml': 'title: A\nimpact: "\u001b\u202e" # x\nstarted_at: 2024-08-01T10:00:00Z\n',
	};
	const { out } = await runOn({ files }, 'check');
	const lines = out.split('\n');
	const at = lines.findIndex(line => line.includes('impact: "'));
	expect(lines[at]?.slice(8)).toBe('impact: "\\u{1b}\\u{202e}" # x');
	const carets = lines[at + 1] ?? '';
	expect(lines[at]?.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toContain('\\u{1b}\\u{202e}');
});

test('writes a page to a pipe unchanged', async () => {
	const files = { 'incident-log.yaml': '', 'bulletins/2024-08-31.md': '# 2024-08-31\n\nA word\u00ad break.\n' };
	expect((await runOn({ files }, 'render')).out).toContain('word\u00ad break');
	expect((await runOn({ files, columns: 80 }, 'render')).out).toContain('word\\u{ad} break');
});

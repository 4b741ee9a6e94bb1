import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/cli/formats/index.ts';
import { visibleText } from '../../src/core/visible-text.ts';
import { clip } from '../../src/core/well-formed.ts';
import { type Run, runOn } from '../support/memory-host.ts';

/** Texts that must not reach a terminal: sequences, C1 controls, bidirectional and invisible characters, lone surrogates. */
const HOSTILE = [
	'\u001b[2J',
	'\u001b]8;;https://example.org\u0007x\u001b]8;;\u0007',
	'\u001b]0;title\u0007',
	'\u009b31m',
	'\u0085',
	'\r',
	'\b\u007f',
	'\u202e',
	'\u2066',
	'\u200f',
	'\u061c',
	'\u200b',
	'\ufeff',
	'\u2028',
	'\u{e0041}',
	'\ud83d',
	'\ude00',
	'😀',
];
/** In a file name there are no lone surrogates, and a line feed may begin a line that looks like a finding. */
const HOSTILE_NAMES = [...HOSTILE.filter(text => !/\p{Surrogate}/u.test(text)), '\nincidents/x.yaml:1:1  error'];

const yaml = (text: string) => JSON.stringify(text);

function filesWith(text: string, name: string): Record<string, string> {
	return {
		'incident-log.yaml': `time_zone: America/New_York\nimpact: { levels: [minor, major, ${yaml(text)}] }\nrules: { ${yaml(text)}: error }\n${yaml(`key ${text}`)}: 1\n`,
		[`incidents/${name}a.yaml`]: `title: ${yaml(`Disk ${text} full`)}\nimpact: ${yaml(text)}\nstarted_at: ${yaml(`2024-08-01 10:00:00 EST${text}`)}\nresolved_at: 2024-08-01T09:00:00-04:00\n${yaml(`k${text}`)}: 1\nreferences: [{ id: ${yaml(`x${text}`)}, relation: caused-by }, { id: ${yaml(`${name}a`)} }]\n`,
		[`incidents/raw${name}.yaml`]: `title: Raw ${text} title\nimpact: ${text}\nstarted_at: 2024-08-01 10:00:00 EST # ${text}\n${text}: 1\n`,
		'bulletins/2024-08-31.md': `# 2024-08-31 ${text}\n\n* **August 26: Late ${text}** (05:30EST${text}): Nothing moved for ${text} an hour. See [[x${text}]].\n\n<!-- incident-log-disable ${text} -->\n`,
		[`postmortems/${name}b.md`]: `---\nincident: ${yaml(`${text}a`)}\n---\n\n# ${text}\n\n## Timeline\n\n- ${text} 10:00 TODO ${text}\n`,
	};
}

const SGR = new RegExp(`${String.fromCodePoint(0x1b)}\\[\\d{1,2}m`, 'g');

function expectVisible({ out, err }: Run): void {
	for (const text of [out.replace(SGR, ''), err.replace(SGR, '')]) {
		expect(visibleText(text)).toBe(text);
		expect(text).not.toMatch(/^incidents\/x\.yaml:1:1 {2}error/m);
	}
}

describe('hostile text does not reach the terminal', () => {
	const commands: (readonly string[])[] = [
		...[...formats.keys()].map(format => ['check', '--format', format]),
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
				expectVisible(await runOn({ files: filesWith(text, name), columns: 80, variables }, ...command));
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

describe('JSON', () => {
	test('is well-formed, and its ranges do not divide characters', async () => {
		for (const text of [...HOSTILE, '😀'.repeat(40), `x${'😀'.repeat(40)}`]) {
			const files = filesWith(text, 'n');
			const { out } = await runOn({ files }, 'check', '--format', 'json');
			expect(out).not.toMatch(/\p{Surrogate}/u);
			const { findings } = JSON.parse(out, (_, value) => {
				expect(typeof value !== 'string' || !/\p{Surrogate}/u.test(value)).toBe(true);
				return value;
			});
			expect(findings.length).toBeGreaterThan(5);
			for (const { file, range } of findings) {
				const lines = files[file]?.split(/\r\n|\r|\n/) ?? [];
				for (const { line, character } of [range.start, range.end]) {
					expect((lines[line]?.codePointAt(character - 1) ?? 0) > 0xffff, `${file}: ${line}:${character}`).toBe(false);
				}
			}
		}
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

import fs from 'node:fs';
import path from 'node:path';
import { slug } from 'github-slugger';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CodeBlock, codeBlocks, headings, inlineCode, linkDestinations, PAGES } from './support/documentation.ts';
import { logOfFiles, ROOT } from './support/log-of-files.ts';
import { runOn } from './support/memory-host.ts';
import { bin, projectRoot, runProgram } from './support/process.ts';

const blocks = PAGES.flatMap(codeBlocks);
const withLanguage = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));
const cases = (some: readonly CodeBlock[]) => some.map(block => [block.position, block] as const);
const runCli = (...args: string[]) => runProgram(process.execPath, [bin, ...args], projectRoot);

test('each code block has a language that is checked here', () => {
	const checked = ['yaml', 'markdown', 'json', 'sh', 'text', 'ts', 'js', 'lua', 'toml', 'elisp', 'dockerfile'];
	expect(blocks.filter(({ language }) => !checked.includes(language)).map(({ position }) => position)).toEqual([]);
	expect(blocks.length).toBeGreaterThan(20);
});

describe('documents of a log', () => {
	const documents = withLanguage('yaml', 'markdown').filter(({ attributes }) => attributes.has('file'));

	/** The findings of a block as `code line`, without hints. The block is part of the example log and may replace a file. */
	function findingsOf(block: CodeBlock, text = block.text): string[] {
		const shown = documents.map(({ attributes, text }): [string, string] => [attributes.get('file') ?? '', text]);
		const file = block.attributes.get('file') ?? '';
		const texts = { ...exampleFiles(), ...Object.fromEntries(shown), [file]: text };
		const log = logOfFiles({ name: 'documentation', now: Date.UTC(2024, 8, 1, 12), texts });
		const uri = `${ROOT}/${file}`;
		expect(log.document(uri), `${file} is a document`).toBeDefined();
		const findings = log.findings(uri).filter(({ level }) => level !== 'hint');
		return findings.map(finding => `${finding.code} ${text.slice(0, finding.range.start).split('\n').length}`);
	}

	test.each(cases(documents))('%s has no findings', (_, block) => {
		expect(findingsOf(block)).toEqual([]);
	});

	const suppressing = documents.filter(({ attributes }) => attributes.has('suppresses'));
	test.each(cases(suppressing))('%s suppresses a finding in the next line', (_, block) => {
		const lines = block.text.split('\n');
		const comment = lines.findIndex(line => line.includes('incident-log-disable-next-line'));
		const withoutComment = lines.filter((_, index) => index !== comment).join('\n');
		expect(findingsOf(block, withoutComment)).toEqual([`${block.attributes.get('suppresses')} ${comment + 1}`]);
	});

	test('each record, page and configuration names its file, or is checked below', () => {
		const others = withLanguage('yaml', 'markdown').filter(block => !documents.includes(block));
		// The recipes are run by test/setup/ci-recipes.test.ts and test/hook/situations.test.ts.
		expect(others.map(({ text }) => text.split('\n')[0])).toEqual([
			'# .pre-commit-config.yaml',
			'# .github/workflows/incident-log.yml',
			'# .gitlab-ci.yml',
			'# .pre-commit-config.yaml',
			'# lefthook.yml',
		]);
		expect(suppressing).toHaveLength(1);
	});
});

function exampleFiles(): Record<string, string> {
	const folder = path.join(projectRoot, 'examples');
	const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return Object.fromEntries(
		names
			.filter(name => /\.(?:md|yaml)$/.test(name))
			.map(name => [name.replaceAll(path.sep, '/'), fs.readFileSync(path.join(folder, name), 'utf8')]),
	);
}

const preCommitBlocks = withLanguage('yaml').filter(({ text }) => text.startsWith('# .pre-commit'));
test.each(cases(preCommitBlocks))('%s names the hooks of this repository', (_, { text }) => {
	const { repos } = parse(text);
	const used = repos[0].hooks.map(({ id }: { id: string }) => id);
	const hooks = parse(fs.readFileSync(path.join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8'));
	expect(used).toEqual(hooks.map(({ id }: { id: string }) => id));
});

test('the JSON output in docs/json.md is that of the example log', () => {
	const [block, ...others] = withLanguage('json').filter(({ page }) => page === 'docs/json.md');
	expect(others).toEqual([]);
	const shown = JSON.parse(block?.text ?? '');
	const actual = JSON.parse(runCli('check', 'examples', '--format', 'json').out);
	expect({ ...shown, findings: [], summary: {} }).toEqual({ ...actual, findings: [], summary: {} });
	expect(actual.findings).toEqual(expect.arrayContaining(shown.findings));
	expect(Object.keys(shown.summary)).toEqual(Object.keys(actual.summary));
});

test.each(cases(withLanguage('json')))('%s is JSON', (_, { text }) => {
	expect(() => JSON.parse(text)).not.toThrow();
});

test.each(cases(withLanguage('ts', 'js')))('%s is valid code', (_, { text }) => {
	const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
	expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
});

test('each bad example of the style guide is followed by a good one', () => {
	const qualities = blocks.flatMap(({ quality }) => quality ?? []);
	expect(qualities.length).toBeGreaterThan(10);
	expect(qualities.map((_, index) => (index % 2 === 0 ? 'bad' : 'good'))).toEqual(qualities);
});

describe('commands', () => {
	interface Command {
		readonly position: string;
		readonly page: string;
		readonly words: readonly string[];
	}

	const lines = [
		...withLanguage('sh', 'text').flatMap(({ text, ...block }) =>
			text.split('\n').map(line => ({ ...block, text: line.replace(/\s{2,}#.*/, '') })),
		),
		...PAGES.flatMap(inlineCode),
	];
	const commands: Command[] = lines.flatMap(({ position, page, text }) =>
		text.split(/ && | \|\| |; `/).map(part => ({
			...{ position, page },
			words: part
				.trim()
				.replace(/^(?:run: |exec )?(?:npx )?(?=incident-log )/, '')
				.split(/\s+/),
		})),
	);
	const describeCommand = ({ position, words }: Command) => `${position} ${words.join(' ')}`;
	const of = (program: string) =>
		commands.filter(({ words }) => words[0] === program && words.length > 1).map(each => [describeCommand(each), each]);

	const scriptsOf = (folder: string) =>
		Object.keys(JSON.parse(fs.readFileSync(path.join(projectRoot, folder, 'package.json'), 'utf8')).scripts);
	const BUILT_IN = ['ci', 'cit', 'publish', 'pack', 'version', 'install'];

	test.each(of('npm') as [string, Command][])('%s', (_, { page, words }) => {
		const [, ...rest] = words;
		const prefix = rest[0] === '--prefix' ? rest.splice(0, 2)[1] : undefined;
		const folder = prefix ?? (page === 'test/vscode/README.md' ? 'test/vscode' : '.');
		const scripts = [...scriptsOf(folder), ...(page === 'test/vscode/README.md' ? scriptsOf('.') : [])];
		const [verb = '', script = ''] = rest;
		expect([...BUILT_IN, 'start', 'test', 'run']).toContain(verb);
		if (!BUILT_IN.includes(verb)) {
			expect(scripts).toContain(verb === 'run' ? script : verb);
		}
		if (verb === 'test') {
			const parts = ['lint', 'types', 'unit', 'system', 'vscode', 'desktop', '--help', '-t', '"name"', '<vitest'];
			const unknown = rest
				.slice(2)
				.filter(word => !parts.includes(word) && !fs.existsSync(path.join(projectRoot, word)));
			expect(unknown).toEqual([]);
		}
	});

	test.each(of('incident-log') as [string, Command][])('%s', async (_, { words }) => {
		const [, command = '', ...rest] = words;
		const { out: text } = await runOn({ files: {} }, command, '--help');
		expect(text).toMatch(new RegExp(`^Usage: incident-log ${command} `));
		const options = rest.filter(word => word.startsWith('--'));
		expect(options.filter(option => !text.includes(option))).toEqual([]);
		const format = rest[rest.indexOf('--format') + 1] ?? '';
		if (rest.includes('--format')) {
			expect(format.split('|').filter(name => !text.includes(`"${name}"`))).toEqual([]);
		}
	});

	test('are found', () => {
		expect(of('npm').length).toBeGreaterThan(20);
		expect(of('incident-log').length).toBeGreaterThan(8);
	});

	test('of the help of `npm test` name the parts', () => {
		const { code, out } = runProgram(process.execPath, ['scripts/test.mjs', '--help'], projectRoot);
		expect(code).toBe(0);
		expect(out).toContain('lint, types, unit, system, vscode, desktop');
	});

	test.each(cases(withLanguage('lua', 'toml', 'elisp')))('%s starts the language server', (_, { text }) => {
		expect(text).toMatch(
			/cmd = \{ 'incident-log', 'lsp' \}|\("incident-log" "lsp"\)|command = "incident-log"\nargs = \["lsp"\]/,
		);
	});
});

describe('paths', () => {
	test.each(PAGES)('in %s exist', page => {
		const paths = inlineCode(page)
			.map(({ text }) => text)
			.filter(text => /^(?:src|test|docs|schemas|scripts|examples|\.github|\.vscode)\/[\w./-]*$/.test(text))
			.filter(text => !text.includes('/artifacts'));
		const exists = (name: string) =>
			[projectRoot, path.join(projectRoot, path.dirname(page))].some(folder => fs.existsSync(path.join(folder, name)));
		expect(paths.filter(name => !exists(name))).toEqual([]);
	});

	test.each(PAGES)('of links in %s exist', page => {
		const broken = linkDestinations(page)
			.filter(link => !/^[a-z]+:/.test(link))
			.filter(link => {
				const [file = '', anchor] = link.split('#');
				const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
				const hasAnchor = () => anchor === undefined || headings(target).some(heading => slug(heading) === anchor);
				return !fs.existsSync(path.join(projectRoot, target)) || !hasAnchor();
			});
		expect(broken).toEqual([]);
	});
});

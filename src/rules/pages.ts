import { LineIndex } from '../core/line-index.ts';
import { type ExampleFile, readExample } from './example.ts';
import type { Example, InvalidExample, Rule } from './rule.ts';

const LANGUAGES: Readonly<Record<string, string>> = { md: 'markdown', yaml: 'yaml', yml: 'yaml' };
const FIXES: Readonly<Record<'safe' | 'suggested', string>> = {
	safe: 'safe, applied by `incident-log fix`',
	suggested: 'offered in the editor',
};

/** Returns a Markdown table of rules in the given order. `base` is the path from the table's document to `docs/rules`. */
export function rulesTable(rules: readonly Rule[], base: string): string {
	const rows = rules.map(rule => {
		const fix = rule.fix === undefined ? '' : rule.fix;
		return `| [\`${rule.code}\`](${base}${rule.code}.md) | ${cell(rule.title)} | ${rule.level} | ${fix} |`;
	});
	return ['| rule | fault | level | fix |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** Returns the page that lists all rules. */
export function rulesIndex(rules: readonly Rule[]): string {
	const groups = [...new Set(rules.map(rule => groupOf(rule.code)))];
	const sections = groups.map(group => {
		const members = rules.filter(rule => groupOf(rule.code) === group);
		return `## ${group}\n\n${rulesTable(members, '')}`;
	});
	return `# Rules

${NOTE}
The level is the default of the rule; \`rules:\` in \`incident-log.yaml\` changes it. A *safe* fix is applied by
\`incident-log fix\`, and on save if the editor is configured to do so. A *suggested* fix is offered in the editor.

${sections.join('\n')}`;
}

/** Returns the page of one rule in Markdown, which is also the output of `explain`. */
export function rulePage(rule: Rule): string {
	const facts = [
		`| level | ${rule.level}${rule.alwaysOn ? ', always on' : ''} |`,
		`| fix | ${rule.fix === undefined ? 'none' : FIXES[rule.fix]} |`,
		`| applies to | ${rule.kinds.join(', ')} |`,
	];
	const parts = [
		`# \`${rule.code}\``,
		NOTE.trim(),
		`${rule.title}.`,
		['| | |', '|---|---|', ...facts].join('\n'),
		'## Why',
		rule.rationale.trim(),
		...optionsPart(rule),
		...(rule.invalid.length === 0 ? [] : ['## Invalid', ...rule.invalid.flatMap(example => invalidPart(example))]),
		'## Valid',
		...rule.valid.flatMap(example => [`${example.caption}:`, ...filesOf(example).map(fence)]),
	];
	return `${parts.join('\n\n')}\n`;
}

const NOTE = '<!-- Written by `npm run generate` from src/rules. -->\n';

function optionsPart(rule: Rule): string[] {
	const options = Object.entries(rule.options ?? {});
	const [first] = options;
	if (first === undefined) {
		return [];
	}
	const rows = options.map(
		([name, { default: value, description }]) =>
			`| \`${name}\` | \`${JSON.stringify(value)}\` | ${cell(description)} |`,
	);
	const [name, { default: value }] = first;
	const usage = `rules:\n  ${rule.code}: [${rule.level === 'off' ? 'warning' : rule.level}, { ${name}: ${JSON.stringify(value)} }]`;
	return [
		'## Options',
		['| option | default | |', '|---|---|---|', ...rows].join('\n'),
		`\`\`\`yaml\n${usage}\n\`\`\``,
	];
}

function invalidPart(example: InvalidExample): string[] {
	const files = filesOf(example);
	const parts = [
		`${example.caption}:`,
		...files.map(fence),
		`\`\`\`text\n${formatLocation(files)}  ${example.message}\n\`\`\``,
	];
	if (example.fixed === undefined) {
		return parts;
	}
	const before = new Map(files.map(file => [file.path, file.text]));
	const changed = filesOf({ ...example, text: example.fixed }).filter(file => before.get(file.path) !== file.text);
	return [...parts, 'With the fix:', ...changed.map(fence)];
}

/** Returns the position of the first «…» in the form of `check`. */
function formatLocation(files: readonly ExampleFile[]): string {
	for (const { path, text, marks } of files) {
		if (marks[0] !== undefined) {
			const { line, character } = new LineIndex(text).positionAt(marks[0].start);
			return `${path.slice(1)}:${line + 1}:${character + 1}`;
		}
	}
	return '';
}

function filesOf(example: Example): readonly ExampleFile[] {
	return readExample(example).files;
}

/** Returns a fenced code block below the file's path from the log root. The fence is longer than those in the text. */
function fence({ path, text }: ExampleFile): string {
	const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	const language = LANGUAGES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text';
	return `\`${path.slice(1)}\`\n\n${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}`;
}

function groupOf(code: string): string {
	return code.slice(0, code.indexOf('/'));
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}

// Markdown pages from rules. Plain functions of a rule to a text.

const LANGUAGES = { md: 'markdown', yaml: 'yaml', yml: 'yaml' };
const FIXES = { safe: 'safe, applied by `incident-log fix`', suggested: 'offered in the editor' };

/** A table of rules, in their order: for the index of the pages, and for the README (`base` leads to `docs/rules`). */
export function rulesTable(rules, base) {
	const rows = rules.map(rule => {
		const fix = rule.fix === undefined ? '' : rule.fix;
		return `| [\`${rule.code}\`](${base}${rule.code}.md) | ${cell(rule.title)} | ${rule.level} | ${fix} |`;
	});
	return ['| rule | what is so in a good log | level | fix |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** The page that lists all rules. */
export function rulesIndex(rules) {
	const groups = [...new Set(rules.map(rule => groupOf(rule.code)))];
	const sections = groups.map(group => {
		const members = rules.filter(rule => groupOf(rule.code) === group);
		return `## ${group}\n\n${rulesTable(members, '')}`;
	});
	return `# Rules

${NOTE}
The level is the one that a rule has without configuration; \`rules:\` in \`incident-log.yaml\` changes it. A *safe* fix
is applied by \`incident-log fix\` and on save where the editor is told to; a *suggested* one is offered in the editor.

${sections.join('\n')}`;
}

/** The page of one rule. `engine` reads its examples. */
export function rulePage(rule, engine) {
	const facts = [
		`| level | ${rule.level} |`,
		`| fix | ${rule.fix === undefined ? 'none' : FIXES[rule.fix]} |`,
		`| speaks of | ${rule.kinds.join(', ')} |`,
	];
	const parts = [
		`# \`${rule.code}\``,
		NOTE.trim(),
		`${rule.title}.`,
		['| | |', '|---|---|', ...facts].join('\n'),
		'## Why',
		rule.rationale.trim(),
		...optionsPart(rule),
		'## Found',
		...rule.invalid.flatMap(example => invalidPart(example, engine)),
		'## Not found',
		...rule.valid.flatMap(example => [`${example.caption}:`, ...filesOf(example, engine).map(fence)]),
	];
	return `${parts.join('\n\n')}\n`;
}

const NOTE = '<!-- Written by `npm run generate` from src/rules. -->\n';

function optionsPart(rule) {
	const options = Object.entries(rule.options ?? {});
	if (options.length === 0) {
		return [];
	}
	const rows = options.map(
		([name, { default: value, description }]) =>
			`| \`${name}\` | \`${JSON.stringify(value)}\` | ${cell(description)} |`,
	);
	const [name, { default: value }] = options[0];
	const usage = `rules:\n  ${rule.code}: [${rule.level === 'off' ? 'warning' : rule.level}, { ${name}: ${JSON.stringify(value)} }]`;
	return [
		'## Options',
		['| option | default | |', '|---|---|---|', ...rows].join('\n'),
		`\`\`\`yaml\n${usage}\n\`\`\``,
	];
}

function invalidPart(example, engine) {
	const files = filesOf(example, engine);
	const marked = files.find(file => file.marks.length > 0);
	const at = new engine.LineIndex(marked.text).positionAt(marked.marks[0].start);
	const found = `\`\`\`text\n${marked.path.slice(1)}:${at.line + 1}:${at.character + 1}  ${example.message}\n\`\`\``;
	const parts = [`${example.caption}:`, ...files.map(fence), found];
	if (example.fixed === undefined) {
		return parts;
	}
	const before = new Map(files.map(file => [file.path, file.text]));
	const changed = filesOf({ ...example, text: example.fixed }, engine).filter(
		file => before.get(file.path) !== file.text,
	);
	return [...parts, 'With the fix:', ...changed.map(fence)];
}

function filesOf(example, engine) {
	return engine.readExample(example).files;
}

/** A file as a fenced block under its path from the log's root; the fence is longer than any in the text. */
function fence({ path, text }) {
	const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	const language = LANGUAGES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text';
	return `\`${path.slice(1)}\`\n\n${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}`;
}

function groupOf(code) {
	return code.slice(0, code.indexOf('/'));
}

function cell(text) {
	return text.replaceAll('|', '\\|');
}

// Writes the committed files that are generated from the rules and schemas: pages of rules, pages of fields, and the rules in the configuration schema.
// `--check` writes nothing and fails if a file is out of date.
import './check-node.cjs';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { jsonText } from './json.mjs';
import { withRules } from './rules-schema.mjs';
import { SCHEMA_PAGES, schemaPage } from './schema-pages.mjs';
import { isMain, root } from './support.mjs';
import { schemaFile, VALIDATORS, writeValidators } from './validators.mjs';

const readSchema = name => JSON.parse(fs.readFileSync(schemaFile(name), 'utf8'));

/** Loads the rules and the writers of their pages. Works without compiled validators, since no rule runs. */
async function loadRules() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-'));
	const outfile = path.join(folder, 'rules.cjs');
	try {
		await build({
			stdin: {
				contents: `
					export { rules } from './src/rules/index.ts';
					export { rulePage, rulesIndex } from './src/rules/pages.ts';
				`,
				resolveDir: root,
				loader: 'ts',
			},
			bundle: true,
			format: 'cjs',
			platform: 'node',
			outfile,
			logLevel: 'warning',
			plugins: [noValidators],
		});
		return createRequire(import.meta.url)(outfile);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

const noValidators = {
	name: 'no-validators',
	setup(builder) {
		builder.onResolve({ filter: /\/generated\/validators\.js$/ }, ({ path: name }) => ({
			path: name,
			namespace: 'none',
		}));
		builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
			contents: Object.keys(VALIDATORS)
				.map(name => `export const ${name} = () => true;`)
				.join('\n'),
		}));
	},
};

/** Returns the text of each generated file by its path relative to the root. */
export async function generatedFiles() {
	const { rules, rulePage, rulesIndex } = await loadRules();
	const files = new Map();
	files.set('docs/rules/README.md', rulesIndex(rules));
	for (const rule of rules) {
		files.set(`docs/rules/${rule.code}.md`, rulePage(rule));
	}
	const schema = withRules(readSchema('incident-log'), rules);
	files.set('schemas/incident-log.schema.json', jsonText(schema));
	for (const [file, page] of Object.entries(SCHEMA_PAGES)) {
		files.set(
			file,
			schemaPage(page, name => (name === 'incident-log' ? schema : readSchema(name))),
		);
	}
	return files;
}

/** Returns the pages of rules that no longer exist. */
function obsoletePages(files) {
	const pages = path.join(root, 'docs', 'rules');
	const names = fs.existsSync(pages) ? fs.readdirSync(pages, { recursive: true }) : [];
	return names
		.map(name => `docs/rules/${String(name).split(path.sep).join('/')}`)
		.filter(name => name.endsWith('.md') && !files.has(name));
}

async function main(check) {
	const files = await generatedFiles();
	const obsolete = obsoletePages(files);
	const stale = [...files].filter(([name, text]) => {
		const file = path.join(root, name);
		return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
	});
	if (check) {
		for (const name of [...stale.map(([name]) => name), ...obsolete]) {
			console.error(`Outdated file ${name}. Run npm run generate.`);
		}
		process.exitCode = stale.length + obsolete.length > 0 ? 1 : 0;
		return;
	}
	for (const [name, text] of stale) {
		const file = path.join(root, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, text);
		console.log(`  ${name}`);
	}
	for (const name of obsolete) {
		fs.rmSync(path.join(root, name));
		console.log(`  ${name} removed`);
	}
	await writeValidators();
}

if (isMain(import.meta)) {
	await main(process.argv.includes('--check'));
}

// Everything that is written by a program: validators from the schemas, and from the rules their pages and the part of
// the configuration schema that lists them. `--check` writes nothing and fails where a committed file is not fresh.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { jsonText } from './json.mjs';
import { withRules } from './rules-schema.mjs';

const root = path.dirname(import.meta.dirname);
const generated = path.join(root, 'src', 'generated');

/** The validator of each kind of document, by the schema that it is compiled from. */
const VALIDATORS = {
	validateIncident: 'incident',
	validatePostmortem: 'postmortem',
	validateBulletin: 'bulletin',
	validateConfiguration: 'incident-log',
};

const schemaFile = name => path.join(root, 'schemas', `${name}.schema.json`);
const readSchema = name => JSON.parse(fs.readFileSync(schemaFile(name), 'utf8'));

/**
 * Compiles the schemas to `src/generated/validators.js`: one module that imports nothing and builds no code while it
 * runs, so that it works under a web page's content security policy. Resolves with esbuild's metafile.
 */
export async function generateValidators() {
	const ajv = new Ajv.default({
		// Own properties only: without it, `required: [constructor]` would be satisfied by `{}`.
		ownProperties: true,
		allErrors: true,
		messages: false,
		strictTypes: false,
		strictTuples: false,
		allowUnionTypes: true,
		code: { source: true, esm: true },
	});
	for (const name of Object.values(VALIDATORS)) {
		ajv.addSchema(readSchema(name), name);
	}
	const bundled = await build({
		stdin: { contents: standaloneCode.default(ajv, VALIDATORS), resolveDir: root, loader: 'js' },
		absWorkingDir: root,
		bundle: true,
		format: 'esm',
		target: 'es2022',
		write: false,
		metafile: true,
		logLevel: 'warning',
	});
	fs.mkdirSync(generated, { recursive: true });
	fs.writeFileSync(path.join(generated, 'validators.js'), bundled.outputFiles[0].text);
	fs.writeFileSync(path.join(generated, 'validators.d.ts'), declarations());
	return bundled.metafile;
}

function declarations() {
	const functions = Object.entries(VALIDATORS).map(
		([name, schema]) => `/** By \`schemas/${schema}.schema.json\`. */\nexport declare const ${name}: Validator;\n`,
	);
	return `/** What is wrong at one place, as the validator says it. */
export interface ValidationError {
	readonly keyword: string;
	/** A JSON Pointer to the value. */
	readonly instancePath: string;
	/** A JSON Pointer to the keyword in the schema, behind \`#\`. */
	readonly schemaPath: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** True for data that the schema allows; else \`errors\` holds every fault until the next call. */
export interface Validator {
	(data: unknown): boolean;
	readonly errors?: readonly ValidationError[] | null;
}

${functions.join('\n')}`;
}

/** The rules, with what writes their pages. The validators need not exist yet: no rule runs here. */
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

/** Every committed file that comes from the rules, by its path from the root. */
export async function generatedFiles() {
	const { rules, rulePage, rulesIndex } = await loadRules();
	const files = new Map();
	files.set('docs/rules/README.md', rulesIndex(rules));
	for (const rule of rules) {
		files.set(`docs/rules/${rule.code}.md`, rulePage(rule));
	}
	const schema = withRules(readSchema('incident-log'), rules);
	files.set('schemas/incident-log.schema.json', jsonText(schema));
	return files;
}

/** Pages of rules that are there no more. */
function leftOver(files) {
	const pages = path.join(root, 'docs', 'rules');
	const names = fs.existsSync(pages) ? fs.readdirSync(pages, { recursive: true }) : [];
	return names
		.map(name => `docs/rules/${String(name).split(path.sep).join('/')}`)
		.filter(name => name.endsWith('.md') && !files.has(name));
}

async function main(check) {
	const files = await generatedFiles();
	const old = leftOver(files);
	const stale = [...files].filter(([name, text]) => {
		const file = path.join(root, name);
		return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
	});
	if (check) {
		for (const name of [...stale.map(([name]) => name), ...old]) {
			console.error(`${name} is not fresh; run npm run generate`);
		}
		process.exitCode = stale.length + old.length > 0 ? 1 : 0;
		return;
	}
	for (const [name, text] of stale) {
		const file = path.join(root, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, text);
		console.log(`  ${name}`);
	}
	for (const name of old) {
		fs.rmSync(path.join(root, name));
		console.log(`  ${name} removed`);
	}
	await generateValidators();
}

if (process.argv[1] === import.meta.filename) {
	await main(process.argv.includes('--check'));
}

// Compiles the schemas to `src/generated/`, unless the files there are up to date. The build and its watch mode, the type
// check and vitest all call this first.
import './check-node.cjs';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { isMain, root } from './support.mjs';

/** The validators, each with the name of its schema. */
export const VALIDATORS = {
	validateIncident: 'incident',
	validatePostmortem: 'postmortem',
	validateBulletin: 'bulletin',
	validateConfiguration: 'incident-log',
};

export const schemaFile = name => path.join(root, 'schemas', `${name}.schema.json`);
const generated = path.join(root, 'src', 'generated');
const validatorsFile = path.join(generated, 'validators.js');
const metafileOfValidators = path.join(generated, 'validators.meta.json');

let running = Promise.resolve();

/**
 * Writes `src/generated/validators.js` and its declarations. The module has no imports and compiles no code at run time,
 * so that it works under the content security policy of a web page. Resolves with esbuild's metafile of the module.
 * Concurrent calls are queued.
 */
export function writeValidators() {
	const result = running.then(update);
	running = result.catch(() => undefined);
	return result;
}

async function update() {
	const firstLine = `// ${inputsHash()}\n`;
	if (fs.existsSync(validatorsFile) && fs.readFileSync(validatorsFile, 'utf8').startsWith(firstLine)) {
		return JSON.parse(fs.readFileSync(metafileOfValidators, 'utf8'));
	}
	const { code, metafile } = await compile();
	fs.mkdirSync(generated, { recursive: true });
	write(metafileOfValidators, JSON.stringify(metafile));
	write(path.join(generated, 'validators.d.ts'), declarations());
	write(validatorsFile, firstLine + code);
	return metafile;
}

/** Hashes the schemas, this file, and the lock file, which pins the compiler. */
function inputsHash() {
	const files = [
		...Object.values(VALIDATORS).map(schemaFile),
		import.meta.filename,
		path.join(root, 'package-lock.json'),
	];
	const hash = createHash('sha256');
	for (const file of files) {
		hash.update(fs.readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/** Replaces a file atomically, since a build and a test run may read it concurrently. */
function write(file, text) {
	const temporary = `${file}.${process.pid}.tmp`;
	fs.writeFileSync(temporary, text);
	fs.renameSync(temporary, file);
}

async function compile() {
	const ajv = new Ajv.default({
		// Own properties only: without it, `required: [constructor]` would be satisfied by `{}`.
		ownProperties: true,
		allErrors: true,
		messages: false,
		strictTypes: false,
		strictTuples: false,
		allowUnionTypes: true,
		// The engine reads the meaning of a field, the validator ignores it: see src/schema/meaning.ts.
		keywords: ['x-meaning'],
		code: { source: true, esm: true },
	});
	for (const name of Object.values(VALIDATORS)) {
		ajv.addSchema(JSON.parse(fs.readFileSync(schemaFile(name), 'utf8')), name);
	}
	const bundled = await build({
		stdin: { contents: appendingErrors(standaloneCode.default(ajv, VALIDATORS)), resolveDir: root, loader: 'js' },
		absWorkingDir: root,
		bundle: true,
		format: 'esm',
		target: 'es2022',
		write: false,
		metafile: true,
		logLevel: 'warning',
	});
	return { code: bundled.outputFiles[0].text, metafile: bundled.metafile };
}

/**
 * Replaces concatenation of error arrays by appending. Ajv creates a new array for each part, which takes quadratic time
 * in a list of ten thousand invalid items.
 */
function appendingErrors(code) {
	const concatenation = /vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\)/g;
	if (!concatenation.test(code) || /\.concat\(/.test(code.replace(concatenation, ''))) {
		throw new Error('Unknown code of Ajv that collects errors. Expected a concatenation of arrays.');
	}
	const append = `function appendErrors(errors, more) {
		for (const error of more) errors.push(error);
		return errors;
	}`;
	return `${code.replace(concatenation, 'vErrors === null ? $1.errors : appendErrors(vErrors, $1.errors)')}\n${append}`;
}

function declarations() {
	const functions = Object.entries(VALIDATORS).map(
		([name, schema]) =>
			`/** Validates by \`schemas/${schema}.schema.json\`. */\nexport declare const ${name}: Validator;\n`,
	);
	return `/** One violation of the schema. */
export interface ValidationError {
	readonly keyword: string;
	/** A JSON Pointer to the value. */
	readonly instancePath: string;
	/** A JSON Pointer to the keyword in the schema, after \`#\`. */
	readonly schemaPath: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** Returns true for valid data. For invalid data, \`errors\` holds every violation until the next call. */
export interface Validator {
	(data: unknown): boolean;
	readonly errors?: readonly ValidationError[] | null;
}

${functions.join('\n')}`;
}

/** Plugin of esbuild: rebuilds a bundle that contains the validators when a schema changes. */
export const validatorsPlugin = {
	name: 'validators',
	setup(builder) {
		builder.onStart(async () => {
			await writeValidators();
		});
		builder.onLoad({ filter: /[\\/]generated[\\/]validators\.js$/ }, async () => {
			await writeValidators();
			return {
				contents: fs.readFileSync(validatorsFile, 'utf8'),
				loader: 'js',
				watchFiles: Object.values(VALIDATORS).map(schemaFile),
			};
		});
	},
};

if (isMain(import.meta)) {
	await writeValidators();
}

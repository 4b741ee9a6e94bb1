// Returns the pages that describe the fields of documents and of the configuration, from their schemas.

/** The pages by file, each with its title, its introduction, and its schemas. */
export const SCHEMA_PAGES = {
	'docs/configuration.md': {
		title: 'Configuration',
		introduction:
			'The file `incident-log.yaml` at the root of a log. `incident-log check --print-config` prints the values in use, and where each is set. VS Code completes and checks this file.',
		schemas: ['incident-log'],
	},
	'docs/fields.md': {
		title: 'Fields',
		introduction:
			'The fields of incidents, postmortems and bulletins, in YAML files and in the front matter of Markdown files. Logs can add [own fields](configuration.md#fields), and keys that begin with `x-` are ignored. Faults in fields are reported by [the rules](rules/README.md).',
		schemas: ['incident', 'postmortem', 'bulletin'],
	},
};

/** Returns the text of a page. `readSchema` returns a schema by name. */
export function schemaPage({ title, introduction, schemas }, readSchema) {
	const objects = schemas.flatMap(name => {
		const schema = readSchema(name);
		const first = schemas.length === 1 ? [] : [{ path: schema.title, schema, level: 2 }];
		const root = first.length > 0 ? first : [{ path: 'Keys', schema, level: 2 }];
		return root.flatMap(each => [each, ...nested(schema, schema, [])]).map(each => ({ ...each, defs: schema }));
	});
	const parts = objects.map(({ path, schema, level, defs }) => objectText(path, schema, level, defs));
	return `<!-- Generated from the schemas by npm run generate. -->\n\n# ${title}\n\n${introduction}\n\n${parts.join('\n')}`;
}

/** The objects in the fields of an object, with their paths. `seen`: the objects of this page, because schemas can be recursive. */
function nested(schema, root, path, seen = new Set()) {
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		const inner = objectOf(field, root);
		if (inner === undefined || seen.has(inner.properties)) {
			return [];
		}
		seen.add(inner.properties);
		const here = [...path, name];
		return [
			{ path: `\`${here.join('.')}\``, schema: { ...inner, description: field.description }, level: 3 },
			...(name === 'rules' ? [] : nested(inner, root, here, seen)),
		];
	});
}

/** The schema of the object that a field contains, directly or as the items of a list or a map. */
function objectOf(field, root) {
	const schema = resolve(field, root);
	if (schema.properties !== undefined) {
		return schema;
	}
	const inner = [schema.items, schema.additionalProperties].filter(each => each !== null && typeof each === 'object');
	return inner.map(each => objectOf(each, root)).find(each => each !== undefined);
}

function resolve(schema, root) {
	const name = schema.$ref?.replace('#/$defs/', '');
	return name === undefined ? schema : { ...root.$defs[name], ...schema };
}

function objectText(path, schema, level, root) {
	const rows = Object.entries(schema.properties).map(([name, field]) => row(name, field, schema.required ?? [], root));
	const heading = `${'#'.repeat(level)} ${path}`;
	const description = schema.description ? `${schema.description}\n\n` : '';
	return `${heading}\n\n${description}| key | value | default | example | meaning |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function row(name, field, required, root) {
	const schema = resolve(field, root);
	const isRule = name.includes('/');
	const key = isRule ? `[\`${name}\`](rules/${name}.md)` : `\`${name}\``;
	const fallback = schema.default === undefined ? '' : code(schema.default);
	const [example] = schema.examples ?? [];
	return `| ${[
		required.includes(name) ? `${key} (required)` : key,
		cell(isRule ? 'level' : formOf(schema)),
		fallback,
		example === undefined ? '' : code(example),
		cell(schema.description ?? ''),
	].join(' | ')} |`;
}

const NAMES = {
	boolean: 'yes or no',
	array: 'list',
	object: 'object',
	string: 'text',
	number: 'number',
	integer: 'number',
};

function formOf(schema) {
	if (schema.enum) {
		return schema.enum.map(value => `\`${value}\``).join(', ');
	}
	if (schema['x-meaning'] === 'time') {
		return 'time';
	}
	const types = [schema.type ?? []].flat();
	// A number is accepted where a text is expected, because YAML reads `2024` as one.
	const shown = types.includes('string') ? types.filter(type => type !== 'number') : types;
	return [...new Set(shown.map(type => NAMES[type] ?? type))].join(' or ');
}

/** A value as YAML in one line, in a table. */
function code(value) {
	return `\`${cell(flow(value))}\``;
}

function flow(value) {
	if (Array.isArray(value)) {
		return `[${value.map(flow).join(', ')}]`;
	}
	if (value !== null && typeof value === 'object') {
		return `{ ${Object.entries(value)
			.map(([key, inner]) => `${key}: ${flow(inner)}`)
			.join(', ')} }`;
	}
	return typeof value === 'string' && /[,:#{}[\]"'*!]|^$/.test(value) && !/^\d{4}-\d\d-\d\dT[\d:+-]+$/.test(value)
		? JSON.stringify(value)
		: String(value);
}

function cell(text) {
	return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import { rules } from '../rules/index.ts';
import type { Choice } from './choice.ts';
import type { Place } from './feature.ts';
import { means } from './fields.ts';
import { isType, type SchemaNode, schemaAt } from './schema.ts';
import { fixedValues } from './value-choices.ts';
import type { YamlPlace } from './yaml-place.ts';

/** The keys that the mapping at the cursor can still have: those that it must have first, the others as the schema has them. */
export function keyChoices(place: Place, yaml: YamlPlace, snippets: boolean): Choice[] {
	const { kind } = place.document;
	if (means('rules', kind, yaml.path)) {
		return ruleCodes(yaml);
	}
	const mapping = schemaAt(place, yaml.path);
	const required = new Set(mapping?.required);
	return Object.keys(mapping?.properties ?? {})
		.filter(key => !yaml.siblings.has(key))
		.sort((a, b) => Number(required.has(b)) - Number(required.has(a)))
		.map(key => {
			const schema = schemaAt(place, [...yaml.path, key]) ?? {};
			const behind = yaml.hasColon ? '' : insertion(place, [...yaml.path, key], schema, yaml, snippets);
			const description =
				schema.words ?? (schema.description && { kind: MarkupKind.Markdown, value: schema.description });
			return {
				label: key,
				kind: CompletionItemKind.Property,
				detail: required.has(key) ? `${schema.title ?? key} (required)` : (schema.title ?? key),
				...(description && { documentation: description }),
				insert: (yaml.needsSpace ? ' ' : '') + key + behind,
				insertTextFormat: snippets && /[${]/.test(behind) ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
			};
		});
}

function ruleCodes(yaml: YamlPlace): Choice[] {
	return rules
		.filter(rule => !yaml.siblings.has(rule.code))
		.map(rule => ({
			label: rule.code,
			kind: CompletionItemKind.Property,
			detail: rule.title,
			insert: yaml.hasColon ? rule.code : `${rule.code}: `,
		}));
}

/** What is written behind a key, so that its value can be typed, or chosen, at once. */
function insertion(
	place: Place,
	path: readonly string[],
	schema: SchemaNode,
	yaml: YamlPlace,
	snippets: boolean,
): string {
	if (!snippets || yaml.inFlow) {
		return ': ';
	}
	if (isType(schema, 'array') && !isType(schema, 'string')) {
		return schema.items && isType(schemaAt(place, [...path, '*']) ?? {}, 'object') ? ':\n  - $0' : ': [$0]';
	}
	if (isType(schema, 'object')) {
		return ':\n  $0';
	}
	if (path.at(-1) === 'summary') {
		return ': |\n  $0';
	}
	const values = fixedValues(place, path);
	return values.length > 0 ? `: \${1|${values.map(value => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}` : ': $0';
}

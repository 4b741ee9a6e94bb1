import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import { rules } from '../rules/index.ts';
import type { JsonType, Schema } from '../schema/schema.ts';
import { mappingSchemaAt } from '../schema/schema-at.ts';
import type { Choice } from './choice.ts';
import type { DocumentContext } from './feature.ts';
import { fixedValues } from './value-choices.ts';
import type { YamlCursor } from './yaml-cursor.ts';

/** Lists the values of a key after it is inserted. A choice in a snippet would include the text after the cursor. */
const SUGGEST = { title: 'Suggest Values', command: 'editor.action.triggerSuggest' };

/** Completes the absent keys of the mapping at the cursor: required ones first, others in the order of the schema. */
export function keyChoices(context: DocumentContext, yaml: YamlCursor, supportsSnippets: boolean): Choice[] {
	const { document, log } = context;
	const mapping = mappingSchemaAt(log.view.schemas.of(document.kind), yaml.path, document.yaml?.value);
	if (mapping?.meaning === 'rules') {
		return ruleCodes(yaml);
	}
	const required = new Set(mapping?.required);
	return [...(mapping?.properties ?? [])]
		.filter(([key]) => !yaml.siblings.has(key))
		.sort(([a], [b]) => Number(required.has(b)) - Number(required.has(a)))
		.map(([key, schema]) => {
			const suffix = yaml.hasColon ? '' : insertion(schema, yaml, supportsSnippets);
			const description = documentationOf(schema);
			return {
				label: key,
				kind: CompletionItemKind.Property,
				detail: required.has(key) ? `${schema.title ?? key} (required)` : (schema.title ?? key),
				...(required.has(key) && { labelDetails: { description: 'required' } }),
				...(description && { documentation: description }),
				...(suffix.endsWith(': $0') && fixedValues(context, schema).length > 0 && { command: SUGGEST }),
				insert: (yaml.needsSpace ? ' ' : '') + key + suffix,
				insertTextFormat:
					supportsSnippets && /[${]/.test(suffix) ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
			};
		});
}

function ruleCodes(yaml: YamlCursor): Choice[] {
	return rules
		.filter(rule => !yaml.siblings.has(rule.code))
		.map(rule => ({
			label: rule.code,
			kind: CompletionItemKind.Property,
			detail: rule.title,
			insert: yaml.hasColon ? rule.code : `${rule.code}: `,
		}));
}

/** Descriptions from a configuration are plain text, so that they cannot contain markup. */
function documentationOf({ description }: Schema): Choice['documentation'] {
	return description?.format === 'markdown'
		? { kind: MarkupKind.Markdown, value: description.text }
		: description?.text;
}

/** The text after a key, as a snippet in which the value can be typed or selected. */
function insertion(schema: Schema, yaml: YamlCursor, supportsSnippets: boolean): string {
	if (!supportsSnippets || yaml.isInFlow) {
		return ': ';
	}
	if (isType(schema, 'array') && !isType(schema, 'string')) {
		return schema.items && isType(schema.items, 'object') ? ':\n  - $0' : ': [$0]';
	}
	if (isType(schema, 'object')) {
		return ':\n  $0';
	}
	if (schema.meaning === 'markdown') {
		return ': |\n  $0';
	}
	return ': $0';
}

function isType({ types }: Schema, type: JsonType): boolean {
	return types.includes(type);
}

import { Temporal } from 'temporal-polyfill';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { LEVELS } from '../core/finding.ts';
import { yamlText } from '../parse/yaml/format-value.ts';
import type { Schema } from '../schema/schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import type { Choice, Choices } from './choice.ts';
import type { DocumentContext } from './feature.ts';
import { idChoices } from './id-choices.ts';
import type { YamlCursor } from './yaml-cursor.ts';

/** Completes the value or list item at the cursor. */
export function valueChoices(context: DocumentContext, yaml: YamlCursor, now: number): Choices {
	const { document, log } = context;
	const { path, written } = yaml;
	const schema = schemaAt(log.view.schemas.of(document.kind), path, document.yaml?.value);
	if (schema === undefined || yaml.expects === 'key') {
		return { items: [], written };
	}
	const space = yaml.needsSpace ? ' ' : '';
	const meaning = meaningOf(schema);
	if (meaning === 'incident-id' || meaning === 'postmortem-id') {
		const choices = idChoices(context, [meaning === 'incident-id' ? 'incident' : 'postmortem'], written, '');
		return { ...choices, items: choices.items.map(item => withSpace(item, space)) };
	}
	const times = meaning === 'time' || meaning === 'day' ? timeChoices(context, now) : [];
	return { items: [...times, ...words(context, schema)].map(item => withSpace(item, space)), written };
}

/** In a field for a list, its items are completed. */
function meaningOf({ meaning, items }: Schema): Schema['meaning'] {
	return meaning ?? items?.meaning;
}

function withSpace(choice: Choice, space: string): Choice {
	return space === ''
		? choice
		: {
				...choice,
				insert: space + (choice.insert ?? choice.label),
				filterText: ` ${choice.filterText ?? choice.label}`,
			};
}

/** The allowed values of a field if they are a fixed set, otherwise none. */
export function fixedValues(context: DocumentContext, schema: Schema): readonly string[] {
	return words(context, schema)
		.filter(({ kind }) => kind === CompletionItemKind.EnumMember)
		.map(({ label }) => label);
}

function words({ log }: DocumentContext, schema: Schema): Choice[] {
	const { impact, components } = log.view.configuration;
	switch (meaningOf(schema)) {
		case 'impact':
			return [...impact.words].map(word => {
				const level = impact.levelOf(word);
				const rank = `${impact.rankOf(word) + 1} of ${impact.levels.length}`;
				return level === word ? member(word, `level ${rank}`) : alias(word, `${level}, level ${rank}`);
			});
		case 'impact-level':
			return impact.levels.map(level => member(level));
		case 'component':
			return [...components.values()]
				.filter(({ retired }) => retired === undefined)
				.map(({ id, title }) => ({
					label: id,
					kind: CompletionItemKind.Value,
					...(title !== id && { detail: title }),
				}));
		case 'time-zone':
			return timeZones().map(zone => ({ label: zone, kind: CompletionItemKind.Value }));
		case 'rule-level':
			return ['off', ...LEVELS].map(level => member(level));
		default:
			return (allowedValues(schema) ?? (schema.items && allowedValues(schema.items)) ?? []).map(word => member(word));
	}
}

/** The allowed values in YAML syntax: quoted where the plain form would have another type. */
function allowedValues({ types, values }: Schema): readonly string[] | undefined {
	if (values) {
		return values.list.map(yamlText);
	}
	return types.length === 1 && types[0] === 'boolean' ? ['true', 'false'] : undefined;
}

const member = (label: string, detail?: string): Choice => ({
	label,
	kind: CompletionItemKind.EnumMember,
	...(detail !== undefined && { detail }),
});
const alias = (label: string, detail: string): Choice => ({ label, kind: CompletionItemKind.Value, detail });

/** The current instant in the log's zone, in canonical form, and the current date. */
function timeChoices({ log }: DocumentContext, now: number): Choice[] {
	const { timeZone } = log.view.configuration;
	const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
	const instant = local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
	const day = local.toPlainDate().toString();
	return [
		{ label: 'now', detail: instant, insert: instant, kind: CompletionItemKind.Value, filterText: `now ${instant}` },
		{ label: 'today', detail: day, insert: day, kind: CompletionItemKind.Value, filterText: `today ${day}` },
	];
}

function timeZones(): readonly string[] {
	return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

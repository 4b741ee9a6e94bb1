import { Temporal } from 'temporal-polyfill';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { LEVELS } from '../core/finding.ts';
import { INCIDENT_STATUSES, MAINTENANCE_STATUSES } from '../core/incident.ts';
import type { Choice, Choices } from './choice.ts';
import type { Place } from './feature.ts';
import { type FieldMeaning, means } from './fields.ts';
import { idChoices } from './id-choices.ts';
import { isTime, schemaAt } from './schema.ts';
import type { YamlPlace } from './yaml-place.ts';

/** What can be written as the value, or list item, at the cursor. */
export function valueChoices(place: Place, yaml: YamlPlace, now: number): Choices {
	const { kind } = place.document;
	const { path, written } = yaml;
	const is = (meaning: FieldMeaning) => means(meaning, kind, path);
	// A word at the head of a line is a key; only as the whole item of a list may it be a value as well.
	if (yaml.expects === 'word' && (path.at(-1) !== '*' || yaml.siblings.size > 0)) {
		return { items: [], written };
	}
	const space = yaml.needsSpace ? ' ' : '';
	if (is('incident') || is('postmortem')) {
		const choices = idChoices(place, is('postmortem') ? ['postmortem'] : ['incident'], written, '');
		return { ...choices, items: choices.items.map(item => withSpace(item, space)) };
	}
	const schema = schemaAt(place, path);
	const times = schema && isTime(schema) ? timeChoices(place, now) : [];
	return { items: [...times, ...words(place, path)].map(item => withSpace(item, space)), written };
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

/** The few words that a field can hold, as far as they are always the same; none where anything goes. */
export function fixedValues(place: Place, path: readonly string[]): readonly string[] {
	return words(place, path)
		.filter(({ kind }) => kind === CompletionItemKind.EnumMember)
		.map(({ label }) => label);
}

function words(place: Place, path: readonly string[]): Choice[] {
	const { kind } = place.document;
	const { impact, components } = place.log.view.configuration;
	const is = (meaning: FieldMeaning) => means(meaning, kind, path);
	if (is('impact')) {
		return [...impact.words].map(word => {
			const level = impact.levelOf(word);
			const rank = `${impact.rankOf(word) + 1} of ${impact.levels.length}`;
			return level === word ? member(word, `level ${rank}`) : alias(word, `${level}, level ${rank}`);
		});
	}
	if (is('impactLevel')) {
		return impact.levels.map(level => member(level));
	}
	if (is('status')) {
		return statuses(place).map(status => member(status));
	}
	if (is('component')) {
		return [...components.values()]
			.filter(({ retired }) => retired === undefined)
			.map(({ id, title }) => ({ label: id, kind: CompletionItemKind.Value, ...(title !== id && { detail: title }) }));
	}
	if (is('timeZone')) {
		return timeZones().map(zone => ({ label: zone, kind: CompletionItemKind.Value }));
	}
	if (is('ruleLevel')) {
		return ['off', ...LEVELS].map(level => member(level));
	}
	const schema = schemaAt(place, path);
	// Where a list belongs, or a single one of its items, that one is offered.
	return (schema?.enum ?? schema?.items?.enum ?? []).map(word => member(word));
}

const member = (label: string, detail?: string): Choice => ({
	label,
	kind: CompletionItemKind.EnumMember,
	...(detail !== undefined && { detail }),
});
const alias = (label: string, detail: string): Choice => ({ label, kind: CompletionItemKind.Value, detail });

/** A maintenance has other words than an incident. What it is may stand in a text that cannot be read as a whole. */
function statuses({ document }: Place): readonly string[] {
	const kind = document.incidents[0]?.kind ?? /^kind:[ \t]*(\w+)/m.exec(document.text)?.[1];
	return kind === 'maintenance' || /^kind:[ \t]*["']?maintenance\b/m.test(document.text)
		? MAINTENANCE_STATUSES
		: INCIDENT_STATUSES;
}

/** "Now" in the log's zone, in canonical form, and today's date. */
function timeChoices({ log }: Place, now: number): Choice[] {
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

import type { DocumentKind } from '../../core/document-kind.ts';
import { isTypo, nearest } from '../../core/nearest.ts';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { Data } from '../../parse/model/data.ts';
import { type SchemaFault, unknownPropertyIn } from '../../schema/fault.ts';
import { fieldWithSynonym } from '../../schema/field-synonyms.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { textsOption } from '../support/options.ts';
import { alternatives, quoted } from '../support/words.ts';
import { schemaFaults } from './support/schema-faults.ts';

/** Front matter fields of site generators. */
const SITE_FIELDS = [
	...[
		'aliases',
		'author',
		'categories',
		'date',
		'description',
		'draft',
		'image',
		'keywords',
		'lang',
		'lastmod',
		'layout',
	],
	...['nav_order', 'parent', 'permalink', 'sidebar', 'slug', 'tags', 'toc', 'type', 'url', 'weight'],
];

const NOUNS: Readonly<Record<DocumentKind, string>> = {
	incident: 'an incident',
	postmortem: 'a postmortem',
	bulletin: 'a bulletin',
	configuration: 'the configuration',
};

export const unknownField: Rule = {
	code: 'schema/unknown-field',
	title: 'Unknown field',
	rationale: dedent`
		A field with a misspelled name is ignored: \`resolved_att\` leaves an incident open. Own fields begin with \`x-\`, a
		prefix without a meaning to any tool, or are defined under \`fields:\` in the configuration. A field that is one or two
		letters from a known one is a warning, because its content is lost on the page. So is an unknown field in the
		configuration, because its setting has no effect.
	`,
	level: 'hint',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	options: {
		ignore: {
			type: 'array',
			items: { type: 'string' },
			default: SITE_FIELDS,
			description: 'Fields in the front matter of Markdown files that belong to a site generator and are not reported.',
		},
	},
	fix: 'suggested',
	valid: [
		{
			caption: 'An own field',
			text: dedent`
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				x-region: iad
			`,
		},
		{
			caption: 'An own field without `x-`, defined in the configuration',
			text: dedent`
				//- /incident-log.yaml
				fields:
				  incident: { region: { type: string, enum: [iad, ord] } }
				//- /incidents/2024-08-26-search.yaml
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				region: iad
			`,
		},
		{
			caption: 'Fields of a site generator in front matter',
			text: dedent`
				//- /bulletins/2024-08-31.md
				---
				date: 2024-08-31
				layout: page
				tags: [infra]
				---

				## This week

				Nothing broke.
			`,
		},
	],
	invalid: [
		{
			caption: 'A misspelled field',
			text: dedent`
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				«resolved_att»: 2024-08-26T06:30:00-04:00
			`,
			message: 'Unknown field `resolved_att` in an incident. Expected `resolved_at`.',
			fixed: dedent`
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: 2024-08-26T06:30:00-04:00
			`,
		},
		{
			caption: 'An own field without `x-`, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-search.md
				---
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				«moon_phase»: full
				---

				Queries took up to ten seconds.
			`,
			message: 'Unknown field `moon_phase` in an incident. Expected a known field or `x-moon_phase`.',
			fixed: dedent`
				//- /incidents/2024-08-26-search.md
				---
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				x-moon_phase: full
				---

				Queries took up to ten seconds.
			`,
		},
		{
			caption: 'An unknown rule',
			text: dedent`
				//- /incident-log.yaml
				rules:
				  «time/ordr»: off
			`,
			message: 'Unknown rule `time/ordr`. Expected `time/order`.',
			fixed: dedent`
				//- /incident-log.yaml
				rules:
				  time/order: off
			`,
		},
		{
			caption: 'A misspelled own field, and `pattern` in its schema, which is not supported',
			text: dedent`
				//- /incident-log.yaml
				fields:
				  incident:
				    region: { type: string, «pattern»: "^[a-z]{3}$" }
				//- /incidents/2024-08-26-search.yaml
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				«regoin»: iad
			`,
			message: 'Unsupported JSON Schema keyword `pattern`. Expected a supported keyword.',
		},
	],
	*check({ document, options, once }) {
		const { data } = document;
		const ignored = new Set(document.format === 'markdown' ? textsOption(options['ignore']) : []);
		const mappings = new Map<string, MappingFields>();
		for (const fault of once(schemaFaults)) {
			if (data && fault.keyword === 'additionalProperties') {
				const key = JSON.stringify(fault.path);
				const mapping = mappings.get(key) ?? mappingOf(fault, data, document.kind);
				mappings.set(key, mapping);
				yield* reportUnknown(fault, mapping, ignored);
			}
		}
	},
};

/** Data that all unknown fields of one mapping share. It is computed once, because there may be ten thousand of them. */
interface MappingFields {
	readonly kind: DocumentKind;
	/** The range of the first occurrence of each key. */
	readonly keys: ReadonlyMap<string, Range>;
	readonly fields: readonly string[];
	/** The known fields that the mapping does not contain. */
	readonly absent: readonly string[];
}

function mappingOf({ path, schema }: SchemaFault, data: Data, kind: DocumentKind): MappingFields {
	const keys = new Map<string, Range>();
	for (const { key, range } of data.keys(path)) {
		if (!keys.has(key)) {
			keys.set(key, range);
		}
	}
	const fields = [...schema.properties.keys()];
	return { kind, keys, fields, absent: fields.filter(field => !keys.has(field)) };
}

function* reportUnknown(
	fault: SchemaFault,
	{ kind, keys, fields, absent }: MappingFields,
	ignored: ReadonlySet<string>,
): Iterable<Report> {
	const name = unknownPropertyIn(fault);
	const range = keys.get(name);
	if (!range || (fault.path.length === 0 && ignored.has(name))) {
		return;
	}
	// A field that is present can be meant as well: `Impact` next to `impact`. A rename would repeat its key.
	const absentNames = candidatesFor(name, absent);
	const candidates =
		absentNames.length > 0 ? absentNames : nearest(name, fields, 1).filter(field => isTypo(name, field));
	const describe = () => {
		const own = kind === 'configuration' ? undefined : `x-${name}`;
		const { found, expected } = describeUnknown(name, fault, kind);
		const known = own === undefined ? expected : `${expected} or ${quoted(own)}`;
		return {
			message: `${found}. Expected ${candidates.length === 0 ? known : alternatives(candidates)}.`,
			fixes: renames(range, own === undefined ? absentNames : [...absentNames, own]),
			data: { found: name, expected: candidates },
		};
	};
	const isWarning = kind === 'configuration' || candidates.some(field => isTypo(name, field));
	yield new LazyReport(range, describe, isWarning ? 'warning' : undefined);
}

function candidatesFor(name: string, fields: readonly string[]): readonly string[] {
	const synonym = fieldWithSynonym(name, fields);
	return synonym === undefined ? nearest(name, fields, 2) : [synonym];
}

function describeUnknown(name: string, { path, schema }: SchemaFault, kind: DocumentKind) {
	if (schema.meaning === 'rules') {
		return { found: `Unknown rule ${quoted(name)}`, expected: 'the code of a rule' };
	}
	if (schema.meaning === 'field-schema') {
		return { found: `Unsupported JSON Schema keyword ${quoted(name)}`, expected: 'a supported keyword' };
	}
	const parent = path.findLast(step => typeof step === 'string');
	const place = parent === undefined ? NOUNS[kind] : quoted(parent);
	return { found: `Unknown field ${quoted(name)} in ${place}`, expected: 'a known field' };
}

function renames(range: Range, names: readonly string[]): Fix[] {
	return names.map(name => ({
		title: `Rename to ${quoted(name)}`,
		edits: [{ range, newText: name }],
		safe: false,
	}));
}

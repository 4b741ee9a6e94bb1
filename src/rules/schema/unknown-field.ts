import type { DocumentKind } from '../../core/document-kind.ts';
import { nearest } from '../../core/nearest.ts';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { Data } from '../../parse/model/data.ts';
import { type SchemaFault, unknownPropertyIn } from '../../schema/fault.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { textsOption } from '../support/options.ts';
import { alternatives, quoted } from '../support/words.ts';
import { schemaFaults } from './support/schema-faults.ts';

/** What site generators keep in the front matter of a page. */
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

/** Words that others use for a field, which no spelling would lead to. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
	actions: 'action_items',
	affected: 'components',
	author: 'authors',
	begin: 'started_at',
	created_at: 'started_at',
	date: 'started_at',
	description: 'summary',
	end: 'resolved_at',
	ended: 'resolved_at',
	ended_at: 'resolved_at',
	events: 'timeline',
	followups: 'action_items',
	name: 'title',
	related: 'references',
	resolved: 'resolved_at',
	services: 'components',
	start: 'started_at',
	started: 'started_at',
	state: 'status',
	systems: 'components',
	timezone: 'time_zone',
};

const NOUNS: Readonly<Record<DocumentKind, string>> = {
	incident: 'an incident',
	postmortem: 'a postmortem',
	bulletin: 'a bulletin',
	configuration: 'the configuration',
};

export const unknownField: Rule = {
	code: 'schema/unknown-field',
	title: 'Every field is one that is known, or begins with `x-`',
	rationale: dedent`
		A field with a slip in its name is read by nothing: \`resolved_att\` leaves an incident open for ever. Fields of
		one's own begin with \`x-\`, which no tool will ever give a meaning to, or are described under \`fields:\` in the
		configuration. There, where an unknown name silently changes nothing, this is a warning.
	`,
	level: 'hint',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	options: {
		ignore: {
			type: 'array',
			items: { type: 'string' },
			default: SITE_FIELDS,
			description: 'Fields in the front matter of Markdown files that belong to a site generator and are passed over.',
		},
	},
	fix: 'suggested',
	valid: [
		{
			caption: "A field of the team's own",
			text: dedent`
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				x-region: iad
			`,
		},
		{
			caption: 'The same without `x-`, where the configuration describes it',
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
			caption: 'What a site generator keeps in front matter',
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
			caption: 'A slip of the pen',
			text: dedent`
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				«resolved_att»: 2024-08-26T06:30:00-04:00
			`,
			message: '`resolved_att` is no field of an incident; expected `resolved_at`',
			fixed: dedent`
				title: Search answered slowly
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: 2024-08-26T06:30:00-04:00
			`,
		},
		{
			caption: "A field of one's own without `x-`, in front matter",
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
			message: '`moon_phase` is no field of an incident; expected a known one, or `x-moon_phase`',
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
			caption: 'A rule that does not exist',
			text: dedent`
				//- /incident-log.yaml
				rules:
				  «time/ordr»: off
			`,
			message: '`time/ordr` is no rule; expected `time/order`',
			fixed: dedent`
				//- /incident-log.yaml
				rules:
				  time/order: off
			`,
		},
		{
			caption: "A slip in a field of the team's own, and a pattern, which is not run",
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
			message: '`pattern` is no keyword of JSON Schema that is checked here; expected a known one',
		},
	],
	*check({ document, options, once }) {
		const { data } = document;
		const ignored = new Set(document.format === 'markdown' ? textsOption(options['ignore']) : []);
		const mappings = new Map<string, Mapping>();
		for (const fault of once(schemaFaults)) {
			if (data && fault.keyword === 'additionalProperties') {
				const place = JSON.stringify(fault.path);
				const mapping = mappings.get(place) ?? mappingOf(fault, data, document.kind);
				mappings.set(place, mapping);
				yield* unknown(fault, mapping, ignored);
			}
		}
	},
};

/** What all unknown fields of one mapping share: there may be ten thousand of them. */
interface Mapping {
	readonly kind: DocumentKind;
	/** Where each key stands first. */
	readonly keys: ReadonlyMap<string, Range>;
	/** The known fields that it does not have. */
	readonly free: readonly string[];
}

function mappingOf({ path, schema }: SchemaFault, data: Data, kind: DocumentKind): Mapping {
	const keys = new Map<string, Range>();
	for (const { key, range } of data.keys(path)) {
		if (!keys.has(key)) {
			keys.set(key, range);
		}
	}
	return { kind, keys, free: [...schema.properties.keys()].filter(field => !keys.has(field)) };
}

function* unknown(fault: SchemaFault, { kind, keys, free }: Mapping, ignored: ReadonlySet<string>): Iterable<Report> {
	const name = unknownPropertyIn(fault);
	const range = keys.get(name);
	if (!range || (fault.path.length === 0 && ignored.has(name))) {
		return;
	}
	const describe = () => {
		const meant = meantBy(name, free);
		const own = kind === 'configuration' ? undefined : `x-${name}`;
		const expected = meant[0] === undefined ? `a known one${own ? `, or ${quoted(own)}` : ''}` : alternatives(meant);
		return {
			message: `${quoted(name)} is no ${nounOf(fault, kind)}; expected ${expected}`,
			fixes: renames(range, own === undefined ? meant : [...meant, own]),
			data: { found: name, expected: meant },
		};
	};
	yield new LazyReport(range, describe, kind === 'configuration' ? 'warning' : undefined);
}

function meantBy(name: string, fields: readonly string[]): readonly string[] {
	const word = name.trim().toLowerCase().replaceAll('-', '_');
	const other = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined;
	return other !== undefined && fields.includes(other) ? [other] : nearest(name, fields, 2);
}

function nounOf(fault: SchemaFault, kind: DocumentKind): string {
	const { path, schema } = fault;
	if (schema.meaning === 'rules') {
		return 'rule';
	}
	if (schema.meaning === 'field-schema') {
		return 'keyword of JSON Schema that is checked here';
	}
	const within = path.findLast(step => typeof step === 'string');
	return `field of ${within === undefined ? NOUNS[kind] : quoted(within)}`;
}

function renames(range: Range, names: readonly string[]): Fix[] {
	return names.map(name => ({
		title: `Rename to ${quoted(name)}`,
		edits: [{ range, newText: name }],
		safe: false,
	}));
}

import type { Temporal } from 'temporal-polyfill';
import type { Aspect, NotUnderstood } from '../../core/coverage.ts';
import { DEFAULT_IMPACT_LEVELS, type ImpactScale } from '../../core/impact-scale.ts';
import { INCIDENT_KINDS, INCIDENT_STATUSES, MAINTENANCE_STATUSES, type StatedDuration } from '../../core/incident.ts';
import { EMPTY_RANGE, type Located, type Range } from '../../core/range.ts';
import { scalarText } from '../../core/scalar-text.ts';
import { BUNDLED_SCHEMAS } from '../../schema/bundled.ts';
import { wordsOf } from '../../vocabulary/label.ts';
import { DeclaredZones } from '../english/declared-zone.ts';
import type { HeadSource, NamedField } from '../heads/head-field.ts';
import { fieldOfLabel, readHeads } from '../heads/index.ts';
import type { Data } from '../model/data.ts';
import type { Source } from '../model/document.ts';
import { LayeredData } from '../model/layered-data.ts';
import { list, MappedData, type MappedNode, scalar } from '../model/mapped-data.ts';
import { dayInFileName } from '../values/day-in-file-name.ts';
import { readDuration } from '../values/durations.ts';
import { readLevel } from '../values/levels.ts';
import { readList } from '../values/lists.ts';
import { readGeneralTimes } from './general-times.ts';
import { statusOf } from './map-fields.ts';

/** A record whose fields are stated by the page: by labels, tables, headings, or front matter of any kind. */
export interface GeneralReading {
	/** The fields under native names with the ranges of the source. */
	readonly data: Data;
	/** The range of the timeline if it is below a label. */
	readonly timeline: Range | undefined;
	readonly statedDurations: readonly StatedDuration[];
	/** The level of the impact scale that the severity means, if no impact is stated. */
	readonly severityLevel: Located<string> | undefined;
	/** What an impact label states in words, without a level. */
	readonly impactText: Located<string> | undefined;
	/** Resolved, monitoring and so on, of a postmortem whose own status is another field. */
	readonly incidentStatus: Located<string> | undefined;
	/** The day in the name of the file. */
	readonly nameDay: Temporal.PlainDate | undefined;
	readonly notUnderstood: readonly NotUnderstood[];
}

/** Native fields that a record of this form can do without. */
const ABSENT_FIELDS: ReadonlySet<string> = new Set([
	...BUNDLED_SCHEMAS.incident.properties.keys(),
	...BUNDLED_SCHEMAS.postmortem.properties.keys(),
]);

/** Fields that a start is read from if no field states it. Native front matter states what it knows. */
const START_FALLBACKS: ReadonlySet<string> = new Set(['date', 'duration', 'detected_at']);

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
	date: 'start',
	started_at: 'start',
	detected_at: 'start',
	resolved_at: 'end',
	duration: 'end',
	severity: 'impact',
};

/**
 * Reads the head of a Markdown record in all forms. `native` is front matter with native fields: it is kept as it is,
 * and the page supplies only fields that it lacks.
 */
export function readGeneral(source: Source, head: HeadSource, native: Data | undefined): GeneralReading {
	return new GeneralReader(source, head, native).read();
}

class GeneralReader {
	readonly #source: Source;
	readonly #head: HeadSource;
	readonly #native: Data | undefined;
	readonly #fields: readonly NamedField[];
	readonly #timeline: Range | undefined;
	readonly #nodes = new Map<string, MappedNode>();
	readonly #notUnderstood: NotUnderstood[] = [];

	constructor(source: Source, head: HeadSource, native: Data | undefined) {
		this.#source = source;
		this.#head = native ? { ...head, data: undefined } : head;
		this.#native = native;
		const { vocabulary } = source.configuration;
		// Of the keys of native front matter, only other names of components supplement it.
		const isSupplement =
			native?.at(['components']) === undefined
				? (key: string) => fieldOfLabel(key, vocabulary) === 'components'
				: () => false;
		const { fields, timeline } = readHeads(head, vocabulary, native && isSupplement);
		this.#timeline = timeline;
		this.#fields = fields;
	}

	read(): GeneralReading {
		const nameDay = dayInFileName(this.#source.uri);
		this.#readTexts();
		const severityLevel = this.#readLevels();
		const impactText = this.#nodes.has('impact') ? undefined : this.#readImpactText();
		const incidentStatus = this.#readStatus();
		this.#readComponents();
		this.#readTimes(nameDay);
		const statedDurations = this.#readDurations();
		return {
			data: this.#data(),
			timeline: this.#timeline,
			statedDurations,
			severityLevel: this.#nodes.has('impact') ? undefined : severityLevel,
			impactText,
			incidentStatus,
			nameDay,
			notUnderstood: this.#notUnderstood,
		};
	}

	#named(name: string): readonly NamedField[] {
		return this.#fields.filter(({ field }) => field === name);
	}

	#readTexts(): void {
		const titles = this.#named('title').filter(field => textOf(field) !== undefined);
		// In the front matter of an issue template, `name` is that of the template.
		const title = titles.find(({ label }) => wordsOf(label) !== 'name') ?? titles[0];
		if (title) {
			this.#nodes.set('title', title.node);
		}
		const id = this.#named('id').find(field => isId(textOf(field)?.value, field));
		if (id) {
			this.#nodes.set('id', id.node);
		}
		const summary = this.#named('summary').find(({ form, node }) => form === 'front-matter' && isText(node));
		if (summary) {
			this.#nodes.set('summary', summary.node);
		}
		const kind = this.#named('kind').find(field => this.#kindOf(field) !== undefined);
		const word = kind && this.#kindOf(kind);
		if (kind && word && this.#source.kind === 'incident') {
			this.#nodes.set('kind', scalar(word, kind.node.range, kind.node.keyRange));
		}
	}

	#kindOf(field: NamedField): string | undefined {
		const word = textOf(field)?.value.toLowerCase();
		return INCIDENT_KINDS.find(kind => kind === word);
	}

	/** Reads impact and severity. Returns the level of a severity that is not a level of the log itself. */
	#readLevels(): Located<string> | undefined {
		const { impact: scale, vocabulary } = this.#source.configuration;
		const levelsOf = (name: string) =>
			this.#named(name).flatMap(field => {
				const text = textOf(field);
				const level = text && readLevel(text, scale, vocabulary);
				return level ? [{ field, level }] : [];
			});
		const [severity] = levelsOf('severity');
		const isOnScale = severity?.level.isOwn && !isDefaultLevel(severity.level.word.value, scale);
		const impact = levelsOf('impact')[0] ?? (isOnScale ? severity : undefined);
		if (impact) {
			const { word, level, isOwn } = impact.level;
			this.#nodes.set('impact', scalar(isOwn ? word.value : level, word.range, impact.field.node.keyRange));
		}
		if (severity) {
			const { word } = severity.level;
			this.#nodes.set('severity', scalar(word.value, word.range, severity.field.node.keyRange));
			return { value: severity.level.level, range: word.range };
		}
		const [unread] = this.#named('severity').filter(field => textOf(field) !== undefined);
		if (unread && !unread.isWeak && !vocabulary.isNoEnd(textOf(unread)?.value ?? '')) {
			this.#miss(unread);
		}
		return undefined;
	}

	#readImpactText(): Located<string> | undefined {
		return this.#named('impact')
			.map(textOf)
			.find(text => text !== undefined);
	}

	/** Reads the status of an incident; returns it for a postmortem, whose field `status` is that of the document. */
	#readStatus(): Located<string> | undefined {
		const { vocabulary } = this.#source.configuration;
		for (const field of this.#named('status')) {
			const text = textOf(field);
			const phrase = text?.value.replace(/^[^\p{L}\p{N}]+/u, '').split(/\s?[(（,;:.，；。–—|]|\s-+\s/u)[0];
			const [first = ''] = phrase?.split(/\s/u) ?? [];
			const status = phrase === undefined ? undefined : (vocabulary.status(phrase) ?? vocabulary.status(first));
			if (text === undefined || status === undefined) {
				continue;
			}
			const word = statusOf(this.#nodes.get('kind')?.value, status);
			const isOfIncident = [...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES].some(known => known === word);
			const isOfPostmortem = !isOfIncident && word !== 'cancelled';
			if (this.#source.kind === 'incident' ? isOfIncident : isOfPostmortem) {
				this.#nodes.set('status', scalar(word, text.range, field.node.keyRange));
				return undefined;
			}
			if (isOfIncident) {
				return { value: word, range: text.range };
			}
		}
		return undefined;
	}

	#readComponents(): void {
		for (const { node, form, isWeak } of this.#named('components')) {
			const texts = node.members.length > 0 ? node.members.map(({ node }) => node) : [node];
			const items = texts.flatMap(each => {
				const value = scalarText(each.value);
				return value === undefined ? [] : readList({ value, range: each.range });
			});
			if (items.length > 0 && !(isWeak && form !== 'section')) {
				const nodes = items.map(({ value, range }) => scalar(value, range, undefined));
				this.#nodes.set('components', list(nodes, node.range, node.keyRange));
				return;
			}
		}
	}

	#readTimes(nameDay: Temporal.PlainDate | undefined): void {
		const { page } = this.#head;
		const { timeZone } = this.#source.configuration;
		const zone = page && new DeclaredZones(this.#source, page).onPage?.timeZone;
		const fields = this.#native ? this.#fields.filter(({ field }) => !START_FALLBACKS.has(field)) : this.#fields;
		const { nodes, unread } = readGeneralTimes(this.#source, fields, zone ?? timeZone, nameDay);
		for (const [field, node] of nodes) {
			this.#nodes.set(field, node);
		}
		for (const field of unread) {
			this.#miss(field);
		}
	}

	#readDurations(): StatedDuration[] {
		const between = {
			duration: ['started_at', 'resolved_at'],
			time_to_resolve: ['started_at', 'resolved_at'],
			time_to_mitigate: ['started_at', 'mitigated_at'],
			time_to_detect: ['started_at', 'detected_at'],
		} as const;
		return Object.entries(between).flatMap(([name, ends]) => {
			for (const field of this.#named(name)) {
				const text = textOf(field);
				const duration = text && readDuration(text);
				if (duration) {
					return [{ duration, between: ends }];
				}
			}
			return [];
		});
	}

	#miss(field: NamedField): void {
		const aspect = ASPECT_OF[field.field];
		if (aspect !== undefined) {
			this.#notUnderstood.push({ aspect, range: field.node.range });
		}
	}

	#data(): Data {
		const { data, page } = this.#head;
		const start = page?.range.start ?? 0;
		const native = this.#native;
		const own = [...this.#nodes].filter(([field]) => native?.at([field]) === undefined);
		const names = new Map<string, string>();
		for (const [field, { keyRange }] of own) {
			const name = keyRange && this.#source.text.slice(keyRange.start, keyRange.end);
			if (name) {
				names.set(field, name);
			}
		}
		const fields = new MappedData(own, data?.range ?? (native ? EMPTY_RANGE : { start, end: start }), {
			absentFields: ABSENT_FIELDS,
			names,
		});
		return native ? (own.length > 0 ? new LayeredData(native, fields) : native) : fields;
	}
}

/** The text of a field's value: of a list, that of its first item. */
function textOf({ node }: NamedField): Located<string> | undefined {
	const single = node.members[0]?.node ?? node;
	const value = scalarText(single.value)?.trim();
	return value === undefined || value === '' ? undefined : { value, range: single.range };
}

function isText({ value }: MappedNode): boolean {
	return typeof value === 'string' && value.trim() !== '';
}

/** An id is one word with a digit. A label such as "Incident" can also precede a title. */
function isId(text: string | undefined, { form }: NamedField): boolean {
	return (
		text !== undefined &&
		/^[\p{L}\p{N}][\p{L}\p{N}._#-]{0,63}$/u.test(text) &&
		(form === 'front-matter' || /\d/.test(text))
	);
}

/** Whether a word is a level of the scale of a log that configures none: "critical" is also a usual severity. */
function isDefaultLevel(word: string, { levels }: ImpactScale): boolean {
	return levels === DEFAULT_IMPACT_LEVELS && levels.includes(word.toLowerCase());
}

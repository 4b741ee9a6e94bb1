import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { counted } from '../core/counted.ts';
import type { ProposedScale } from './propose-levels.ts';
import { byMeaning, type ProposedWord, type ProposedWords } from './propose-words.ts';
import type { StatedZone } from './propose-zone.ts';

/** The fields of a proposed configuration, each with the number of records that it is based on. */
export interface ProposedFields {
	/** Number of records. */
	readonly records: number;
	/** The zones in which records state times, most common first. */
	readonly zones: readonly StatedZone[];
	readonly timeZone: StatedZone | undefined;
	readonly dialect: { readonly name: string; readonly title: string } | undefined;
	readonly files: Readonly<Record<string, readonly string[]>> | undefined;
	readonly words: ProposedWords;
	readonly scale: ProposedScale | undefined;
	readonly components: readonly string[] | undefined;
}

const HEADER = ' How Incident Log reads the records below this folder. Every field is optional.';
const MAX_ZONES = 3;
/** Longer lists are written with one item a line. */
const MAX_LINE = 100;

/** Formats a configuration with the reason of each field as a comment above it. */
export function formatProposal(fields: ProposedFields): string {
	const { records, zones, timeZone, dialect, files, words, scale, components } = fields;
	const map = new YAMLMap();
	if (timeZone) {
		const reason = `The zone of times without one. ${timeZone.records} of ${counted(records, 'record')} ${timeZone.records === 1 ? 'states' : 'state'} times in it.`;
		add(map, 'time_zone', timeZone.name, reason);
	}
	if (dialect) {
		add(map, 'dialect', dialect.name, `The records are those of ${dialect.title}.`);
	}
	if (files) {
		add(
			map,
			'files',
			mapOf(files, list),
			'Where the records are. Folders such as `incidents` and `postmortems` are found by their names.',
		);
	}
	if (words.fields.length > 0) {
		add(map, 'map', wordsNode(words.fields), 'Fields that the records have under other names.');
	}
	if (words.sections.length > 0) {
		add(map, 'sections', wordsNode(words.sections), 'Sections that the records have under other headings.');
	}
	if (scale) {
		add(map, 'impact', scaleNode(scale), scaleReason(scale));
	}
	if (components) {
		add(map, 'components', list(components), 'The components that the records name. Any other name is reported.');
	}
	const document = new Document(map);
	const advice = timeZone === undefined ? [zoneAdvice(zones, records)] : [];
	document.commentBefore = [HEADER, ...advice].join('\n\n');
	return map.items.length === 0
		? `${[HEADER, ...advice].map(comment).join('\n\n')}\n`
		: document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true });
}

function zoneAdvice(zones: readonly StatedZone[], records: number): string {
	const stated = zones.slice(0, MAX_ZONES).map(({ name, records }) => `${name} in ${records}`);
	const reason = stated.length === 0 ? 'The records state none' : `The records state several (${stated.join(', ')})`;
	const effect = records === 0 ? 'Without this field, it is UTC.' : `${reason}: without this field, it is UTC.`;
	return ` The zone of times without one. ${effect}\n time_zone: ${zones[0]?.name ?? 'Europe/Berlin'}`;
}

function comment(text: string): string {
	return text.replace(/^/gmu, '#');
}

function add(map: YAMLMap, field: string, value: unknown, reason: string): void {
	const key = new Scalar(field);
	key.commentBefore = ` ${reason}`;
	key.spaceBefore = map.items.length > 0;
	map.items.push(new Pair(key, value instanceof Object ? value : new Scalar(value)));
}

function mapOf<Value>(
	values: Readonly<Record<string, Value>> | ReadonlyMap<string, Value>,
	node: (value: Value, key: string) => unknown,
): YAMLMap {
	const map = new YAMLMap();
	const entries = values instanceof Map ? [...values] : Object.entries(values);
	for (const [key, value] of entries) {
		map.items.push(new Pair(new Scalar(key), node(value, key)));
	}
	return map;
}

/** A list on one line if it is short. */
function list(values: readonly string[]): YAMLSeq {
	const sequence = new YAMLSeq();
	sequence.items = values.map(value => new Scalar(value));
	sequence.flow = values.join(', ').length <= MAX_LINE;
	return sequence;
}

function wordsNode(words: readonly ProposedWord[]): YAMLMap {
	return mapOf(byMeaning(words), (labels, means) => {
		const node = list(labels);
		node.comment = ` in ${counted(Math.max(...words.filter(word => word.means === means).map(({ records }) => records)), 'record')}`;
		return node;
	});
}

function scaleNode({ levels, aliases }: ProposedScale): YAMLMap {
	const map = new YAMLMap();
	if (levels) {
		map.items.push(new Pair(new Scalar('levels'), list(levels)));
	}
	if (aliases.length > 0) {
		const node = mapOf(new Map(aliases.map(alias => [alias.word, alias])), ({ level, records }) => {
			const value = new Scalar(level);
			value.comment = ` in ${counted(records, 'record')}`;
			return value;
		});
		map.items.push(new Pair(new Scalar('aliases'), node));
	}
	return map;
}

function scaleReason({ levels }: ProposedScale): string {
	return levels
		? 'The severities of the records as impact levels, least first.'
		: 'The severities of the records, and the impact levels that they mean.';
}

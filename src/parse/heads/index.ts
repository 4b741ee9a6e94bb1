import type { Range } from '../../core/range.ts';
import { incidentTimes } from '../../schema/fields.ts';
import { wordsOf } from '../../vocabulary/label.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { readFieldSections } from './field-sections.ts';
import { readFrontMatter } from './front-matter.ts';
import { type HeadField, type HeadSource, MAX_HEAD_FIELDS, type NamedField } from './head-field.ts';
import { readKeyValueLines } from './key-value.ts';
import { readLabels } from './labels.ts';
import { headRegions } from './region.ts';
import { readTables } from './tables.ts';
import { readFirstHeading } from './title.ts';

/** The heads of a record. */
export interface Heads {
	/** In the order of precedence. Fields with labels that the vocabulary lacks are left out. */
	readonly fields: readonly NamedField[];
	/** The range of the timeline if it is below a label: `- **Timeline**:` with a nested list. */
	readonly timeline: Range | undefined;
}

/** Reads the fields of all heads of a record. `isKeyRead`: whether a key of the front matter is needed; by default, all are. */
export function readHeads(source: HeadSource, vocabulary: Vocabulary, isKeyRead?: (key: string) => boolean): Heads {
	const { found, labels } = findFields(source, vocabulary, isKeyRead);
	const fields: NamedField[] = [];
	for (const one of found) {
		const field = fieldOfLabel(one.label, vocabulary);
		if (field !== undefined && (!one.isLoose || isTime(field)) && fields.length < MAX_HEAD_FIELDS) {
			fields.push({ ...one, field });
		}
	}
	return { fields, timeline: timelineIn(labels, source, vocabulary) };
}

/** The fields of all heads of a record with labels that the vocabulary lacks. Leaves out sections: headings are not labels. */
export function readUnknownFields(source: HeadSource, vocabulary: Vocabulary): readonly HeadField[] {
	return findFields(source, vocabulary)
		.found.filter(one => !one.isLoose && one.form !== 'section' && fieldOfLabel(one.label, vocabulary) === undefined)
		.slice(0, MAX_HEAD_FIELDS);
}

/** The field that a label names. Of "受影响服务/版本" or "Impact / severity", the first name counts. */
export function fieldOfLabel(label: string, vocabulary: Vocabulary): string | undefined {
	return vocabulary.field(label) ?? vocabulary.field(label.split('/', 1)[0] ?? '');
}

/** The fields in the order of precedence, and those of them that are labels of lines and lists. */
function findFields(source: HeadSource, vocabulary: Vocabulary, isKeyRead?: (key: string) => boolean) {
	const regions = source.page ? headRegions(source.page, vocabulary) : [];
	const labels = [...readLabels(source, regions)];
	const tables = [...readTables(source, regions)];
	const found: readonly HeadField[] = [
		...readFrontMatter(source, isKeyRead),
		...readKeyValueLines(source),
		...[...labels, ...tables].filter(({ isLoose }) => !isLoose),
		...readFieldSections(source, vocabulary),
		...readFirstHeading(source),
		...[...labels, ...tables].filter(({ isLoose }) => isLoose),
	];
	return { found, labels };
}

function isTime(field: string): boolean {
	return incidentTimes.includes(field);
}

/** Labels of lists that are timelines if their items begin with times. */
const TIMELINE_LABELS: ReadonlySet<string> = new Set(['context', 'background']);

/** From the label to the next bold label: a code block without indentation ends a list, but not the timeline. */
function timelineIn(
	labels: readonly HeadField[],
	{ text, page }: HeadSource,
	vocabulary: Vocabulary,
): Range | undefined {
	const index = labels.findIndex(
		({ label, node: { members, range } }) =>
			(members.length > 0 || range.end === range.start) &&
			(vocabulary.section(label) === 'timeline' || TIMELINE_LABELS.has(wordsOf(label))),
	);
	const found = labels[index];
	const next = labels
		.slice(index + 1)
		.find(({ node: { keyRange } }) => keyRange !== undefined && text.startsWith('**', keyRange.start - 2));
	return found && page && { start: found.fullRange.start, end: next?.fullRange.start ?? page.range.end };
}

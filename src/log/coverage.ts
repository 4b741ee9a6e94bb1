import type { Configuration } from '../core/configuration.ts';
import { ASPECTS, type Aspect, type NotUnderstood } from '../core/coverage.ts';
import type { RecordFacts, TimeField } from '../core/incident.ts';
import type { Range } from '../core/range.ts';
import type { LogDocument, Problem } from '../parse/model/document.ts';

/** The coverage of one fact of a record. */
export interface AspectCoverage {
	/** `absent`: the record does not state it. `partly`: some rows of a list were not read. */
	readonly state: 'understood' | 'partly' | 'not-understood' | 'absent';
	/** Number of items that were read: 0 or 1 of a field, the rows of a timeline. */
	readonly read: number;
	/** Ranges that state the fact and were not understood. */
	readonly notUnderstood: readonly Range[];
}

/** The coverage of one record. */
export interface RecordCoverage {
	readonly uri: string;
	readonly kind: 'incident' | 'postmortem';
	readonly dialect: string;
	readonly aspects: Readonly<Record<Aspect, AspectCoverage>>;
	/** Everything that the record states was understood, including a title and a start. */
	readonly isWhole: boolean;
}

/** The sums over the records of a log. */
export interface CoverageSummary {
	readonly records: number;
	/** Number of records in which everything was understood. */
	readonly whole: number;
	/** Number of records by aspect in which it was understood, at least in part. */
	readonly understood: Readonly<Record<Aspect, number>>;
	/** Number of records by aspect that state it in a form that was not understood at all. */
	readonly notUnderstood: Readonly<Record<Aspect, number>>;
	readonly timelineRows: { readonly read: number; readonly notRead: number };
}

/** Returns the coverage of a document. Undefined for documents other than incident records and postmortems. */
export function coverageOf(document: LogDocument, configuration: Configuration): RecordCoverage | undefined {
	const { kind, uri, dialect } = document;
	const facts = kind === 'incident' ? document.incidents[0] : kind === 'postmortem' ? document.postmortem : undefined;
	if (facts === undefined || (kind !== 'incident' && kind !== 'postmortem')) {
		return undefined;
	}
	const read = countsOf(facts, document, configuration);
	const missed = [...document.notUnderstood, ...unreadFields(facts, document, configuration)];
	const aspects = mapAspects(aspect => {
		const notUnderstood = missed.flatMap(each => (each.aspect === aspect ? [each.range] : []));
		return { state: stateOf(read[aspect], notUnderstood.length), read: read[aspect], notUnderstood };
	});
	const isWhole =
		aspects.title.state === 'understood' &&
		aspects.start.state === 'understood' &&
		ASPECTS.every(aspect => ['understood', 'absent'].includes(aspects[aspect].state));
	return { uri, kind, dialect, aspects, isWhole };
}

function stateOf(read: number, notRead: number): AspectCoverage['state'] {
	if (read > 0) {
		return notRead > 0 ? 'partly' : 'understood';
	}
	return notRead > 0 ? 'not-understood' : 'absent';
}

const STARTS: readonly TimeField[] = ['started_at', 'scheduled_for', 'detected_at'];
const ENDS: readonly TimeField[] = ['resolved_at', 'scheduled_until'];
/** Kinds of problems of a file without a readable text. */
const UNREAD_TEXTS: ReadonlySet<Problem['kind']> = new Set(['not-text', 'too-large', 'unreadable']);

/** Returns the fields whose values are not read. Rules report them, and the document does not contain them as items. */
function* unreadFields(
	{ times, impact }: RecordFacts,
	{ problems }: LogDocument,
	{ impact: scale, vocabulary }: Configuration,
): Iterable<NotUnderstood> {
	for (const [aspect, fields] of [
		['start', STARTS],
		['end', ENDS],
	] as const) {
		for (const { reading, range } of fields.flatMap(field => times.get(field) ?? [])) {
			if (!reading.ok && !vocabulary.isNoEnd(reading.text)) {
				yield { aspect, range };
			}
		}
	}
	if (impact && scale.levelOf(impact.value) === undefined) {
		yield { aspect: 'impact', range: impact.range };
	}
	const hiding = problems.find(({ kind, hidesFields }) => hidesFields === true || UNREAD_TEXTS.has(kind));
	if (hiding) {
		yield { aspect: 'title', range: hiding.range };
		yield { aspect: 'start', range: hiding.range };
	}
}

function countsOf(
	facts: RecordFacts,
	{ references }: LogDocument,
	{ impact }: Configuration,
): Readonly<Record<Aspect, number>> {
	const { times, inferred, statedDurations = [] } = facts;
	const isRead = (field: string) => times.get(field)?.reading.ok === true;
	const hasStart = STARTS.some(isRead) || facts.nameDay !== undefined || inferred.start !== undefined;
	const hasDuration = statedDurations.length > 0 || inferred.duration !== undefined || inferred.end !== undefined;
	const hasLevel = facts.impact !== undefined && impact.levelOf(facts.impact.value) !== undefined;
	const hasImpact = hasLevel || facts.severity !== undefined || inferred.severityLevel !== undefined;
	return {
		title: Number(facts.title !== undefined),
		start: Number(hasStart),
		end: Number(hasDuration || ENDS.some(isRead)),
		impact: Number(hasImpact),
		components: facts.components.length,
		timeline: facts.timeline.filter(({ at, clock }) => (at ?? clock)?.reading.ok).length,
		'action-items': facts.actionItems.length,
		references: references.length,
	};
}

/** Sorts the coverage of records, worst first: by what was not understood, then by what is missing. */
export function worstFirst(records: readonly RecordCoverage[]): RecordCoverage[] {
	const badness = ({ aspects, isWhole }: RecordCoverage) =>
		ASPECTS.reduce((sum, aspect) => sum + Math.min(aspects[aspect].notUnderstood.length, 10) * 10, 0) +
		(aspects.start.state === 'absent' ? 30 : 0) +
		(aspects.title.state === 'absent' ? 20 : 0) +
		(isWhole ? 0 : 1);
	return records
		.map(record => ({ record, rank: badness(record) }))
		.sort((one, other) => other.rank - one.rank || (one.record.uri < other.record.uri ? -1 : 1))
		.map(({ record }) => record);
}

export function summarizeCoverage(records: readonly RecordCoverage[]): CoverageSummary {
	const count = (test: (coverage: AspectCoverage) => boolean) =>
		mapAspects(aspect => records.filter(({ aspects }) => test(aspects[aspect])).length);
	const sum = (value: (coverage: AspectCoverage) => number) =>
		records.reduce((total, { aspects }) => total + value(aspects.timeline), 0);
	return {
		records: records.length,
		whole: records.filter(({ isWhole }) => isWhole).length,
		understood: count(({ read }) => read > 0),
		notUnderstood: count(({ state }) => state === 'not-understood'),
		timelineRows: { read: sum(({ read }) => read), notRead: sum(({ notUnderstood }) => notUnderstood.length) },
	};
}

function mapAspects<Value>(value: (aspect: Aspect) => Value): Readonly<Record<Aspect, Value>> {
	return Object.fromEntries(ASPECTS.map(aspect => [aspect, value(aspect)])) as Record<Aspect, Value>;
}

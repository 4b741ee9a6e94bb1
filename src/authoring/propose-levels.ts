import { DEFAULT_IMPACT_LEVELS } from '../core/impact-scale.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** A severity of the records, and the impact level that it means. */
export interface ProposedAlias {
	/** As written in the first record. */
	readonly word: string;
	readonly level: string;
	/** Number of records that state it. */
	readonly records: number;
}

/** An impact scale in the words of the records. */
export interface ProposedScale {
	/** Least first; undefined for the default levels. */
	readonly levels: readonly string[] | undefined;
	/** Worst first. */
	readonly aliases: readonly ProposedAlias[];
}

/** Fewer records that state a severity are not sufficient for a proposal. */
const MIN_RECORDS = 3;

/** Scales of words, least first. Each has two words that are one level of the default scale. */
const SCALES: readonly (readonly string[])[] = [
	['low', 'medium', 'high', 'critical'],
	['low', 'moderate', 'high', 'critical'],
	['low', 'medium', 'high', 'urgent'],
	['low', 'normal', 'high', 'urgent'],
	['low', 'medium', 'high', 'severe'],
	['minor', 'moderate', 'major', 'critical'],
];

/**
 * Proposes how the severities of some records are read as impact levels: the levels of the log if the words are a known
 * scale that the default one does not distinguish, otherwise an alias for each word.
 */
export function proposeScale(documents: readonly LogDocument[]): ProposedScale | undefined {
	const words = new Map<string, { word: string; level: string; records: number }>();
	let records = 0;
	for (const { incidents } of documents) {
		const severity = incidents[0]?.severity?.value.trim();
		const level = incidents[0]?.inferred.severityLevel?.value;
		if (severity === undefined || level === undefined) {
			continue;
		}
		records++;
		const known = words.get(severity.toLowerCase()) ?? { word: severity, level, records: 0 };
		known.records++;
		words.set(severity.toLowerCase(), known);
	}
	const own = [...words.keys()].filter(word => !DEFAULT_IMPACT_LEVELS.includes(word));
	if (records < MIN_RECORDS || own.length === 0) {
		return undefined;
	}
	const scale = SCALES.find(levels => [...words.keys()].every(word => levels.includes(word)));
	if (scale?.slice(-2).every(level => words.has(level))) {
		return { levels: ['none', ...scale], aliases: [] };
	}
	const aliases = own.flatMap(word => words.get(word) ?? []);
	const rank = ({ level }: ProposedAlias) => DEFAULT_IMPACT_LEVELS.indexOf(level);
	return { levels: undefined, aliases: aliases.sort((one, other) => rank(other) - rank(one)) };
}

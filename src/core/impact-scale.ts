/** The ordered impact levels of a log with their aliases. Levels and aliases are compared without case. */
export interface ImpactScale {
	/** Least first, as configured. */
	readonly levels: readonly string[];
	/** The level that a level or alias names, or undefined for an unknown word. */
	levelOf(word: string): string | undefined;
	/** 0 for the least level. An unknown word has the rank of the worst level. */
	rankOf(word: string): number;
	/** All levels and aliases, levels first. */
	readonly words: readonly string[];
}

export const DEFAULT_IMPACT_LEVELS: readonly string[] = ['none', 'minor', 'major', 'critical'];

export function impactScale(levels: readonly string[], aliases: ReadonlyMap<string, string> = new Map()): ImpactScale {
	const byWord = new Map<string, string>(levels.map(level => [level.toLowerCase(), level]));
	for (const [alias, level] of aliases) {
		const target = byWord.get(level.toLowerCase());
		if (target !== undefined && !byWord.has(alias.toLowerCase())) {
			byWord.set(alias.toLowerCase(), target);
		}
	}
	const levelOf = (word: string) => byWord.get(word.trim().toLowerCase());
	return {
		levels,
		levelOf,
		rankOf: word => {
			const level = levelOf(word);
			return level === undefined ? levels.length - 1 : levels.indexOf(level);
		},
		words: [...new Set([...levels, ...aliases.keys()])],
	};
}

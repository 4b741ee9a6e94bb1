import type { Definition } from '../../core/definition.ts';
import type { ImpactScale } from '../../core/impact-scale.ts';
import { MINUTE } from '../../core/time/units.ts';

/** Returns the facts in which two definitions of one incident differ. A fact that one of them lacks does not differ. */
export function differences(one: Definition, other: Definition, scale: ImpactScale): readonly DifferingFact[] {
	const facts: DifferingFact[] = [];
	if (isOtherStart(one, other)) {
		facts.push('start');
	}
	if (isOtherTime(one.end, other.end)) {
		facts.push('end');
	}
	if (isOtherImpact(one.impact, other.impact, scale)) {
		facts.push('impact');
	}
	return facts;
}

export type DifferingFact = 'start' | 'end' | 'impact';

/** Compares dates if one definition has no time of day. */
function isOtherStart(one: Definition, other: Definition): boolean {
	return one.isDateOnly || other.isDateOnly
		? one.date !== undefined && other.date !== undefined && one.date !== other.date
		: isOtherTime(one.start, other.start);
}

/** Ignores differences below a minute, because headlines have no seconds. */
function isOtherTime(one: number | undefined, other: number | undefined): boolean {
	return one !== undefined && other !== undefined && Math.abs(one - other) >= MINUTE;
}

function isOtherImpact(one: string | undefined, other: string | undefined, scale: ImpactScale): boolean {
	const [level, otherLevel] = [scale.levelOf(one ?? ''), scale.levelOf(other ?? '')];
	return level !== undefined && otherLevel !== undefined && level !== otherLevel;
}

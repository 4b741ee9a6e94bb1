import type { PictureBox } from './model.ts';

/** The impact of a box in words: "minor, inferred", "not stated", "urgent (not a level of this log)". */
export function impactText({ impact, inferredImpact }: PictureBox, levels: readonly string[]): string {
	if (impact === undefined) {
		return 'not stated';
	}
	if (!levels.includes(impact)) {
		return `${impact} (not a level of this log)`;
	}
	return inferredImpact ? `${impact}, inferred` : impact;
}

/** The duration of a box in words: "3 h 35 min", "about 3–4 h, inferred". */
export function durationPhrase({ durationText, inferredDuration }: PictureBox): string {
	return inferredDuration ? `${durationText}, inferred` : durationText;
}

/** What stands below the title in the picture, whose columns tell the day already: "05:30 EDT · 3–4 h". */
export function factsText({ startText, clockText, durationText }: PictureBox, continued: boolean): string {
	const since = continued ? `since ${startText}` : clockText;
	return since === '' ? durationText : `${since} · ${durationText}`;
}

/** All that a box says, for pointers and listeners. */
export function boxSentence(box: PictureBox, levels: readonly string[]): string {
	const { title, kind, startText } = box;
	const what = kind === 'incident' ? '' : ` (${kind})`;
	return `${title}${what}: ${startText}; ${durationPhrase(box)}; impact ${impactText(box, levels)}`;
}

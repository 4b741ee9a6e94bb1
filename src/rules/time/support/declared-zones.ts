import type { Temporal } from 'temporal-polyfill';
import type { DeclaredZone } from '../../../core/incident.ts';
import { abbreviationWithOffset } from '../../../core/time/abbreviation-with-offset.ts';
import type { AbbreviationInfo } from '../../../core/time/zones.ts';
import type { LogDocument } from '../../../parse/model/document.ts';

/** An abbreviation that is said once for many times, with what it means at each of them. */
export interface Declaration {
	readonly zone: DeclaredZone;
	/** In page order; at least one. */
	readonly uses: readonly { readonly date: Temporal.PlainDate; readonly meaning: AbbreviationInfo }[];
}

/** The declarations by which a document's timelines are read. `timeZone` is the log's own. */
export function declarationsOf({ incidents, postmortem }: LogDocument, timeZone: string): readonly Declaration[] {
	const declarations = new Map<number, { zone: DeclaredZone; uses: Declaration['uses'][number][] }>();
	for (const { timeline } of postmortem ? [...incidents, postmortem] : incidents) {
		for (const { at, declaredZone: zone } of timeline) {
			if (!zone || !at?.reading.ok || at.reading.time === undefined) {
				continue;
			}
			const { date, time } = at.reading;
			const meaning = abbreviationWithOffset(zone.text, zone.offset?.value, timeZone, date.toPlainDateTime(time));
			if (meaning) {
				const known = declarations.get(zone.range.start) ?? { zone, uses: [] };
				known.uses.push({ date, meaning });
				declarations.set(zone.range.start, known);
			}
		}
	}
	return [...declarations.values()];
}

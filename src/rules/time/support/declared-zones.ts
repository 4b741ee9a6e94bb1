import type { Temporal } from 'temporal-polyfill';
import type { DeclaredZone } from '../../../core/incident.ts';
import { abbreviationWithOffset } from '../../../core/time/abbreviation-with-offset.ts';
import type { AbbreviationInfo } from '../../../core/time/zones.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import type { LogView } from '../../log-view.ts';

/** An abbreviation that is declared once for many times, with its meaning at each of them. */
export interface Declaration {
	readonly zone: DeclaredZone;
	/** The times that it applies to, in document order; at least one. */
	readonly uses: readonly { readonly date: Temporal.PlainDate; readonly meaning: AbbreviationInfo }[];
}

/** Returns the declared zones that a document's timelines are read by. Rules call it through `once`. */
export function declarationsOf(
	{ incidents, postmortem }: LogDocument,
	{ configuration: { timeZone } }: LogView,
): readonly Declaration[] {
	const declarations = new Map<number, { zone: DeclaredZone; uses: Declaration['uses'][number][] }>();
	for (const { timeline } of postmortem ? [...incidents, postmortem] : incidents) {
		for (const { at, declaredZone: zone } of timeline) {
			if (!zone || !at?.reading.ok || at.reading.time === undefined) {
				continue;
			}
			const { date, time } = at.reading;
			const meaning = abbreviationWithOffset(zone.text, zone.offset?.value, timeZone, date.toPlainDateTime(time));
			if (meaning) {
				const declaration = declarations.get(zone.range.start) ?? { zone, uses: [] };
				declaration.uses.push({ date, meaning });
				declarations.set(zone.range.start, declaration);
			}
		}
	}
	return [...declarations.values()];
}

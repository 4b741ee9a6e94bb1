import type { Range } from '../../../core/range.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { findFields } from '../../../parse/records/internal-fields.ts';
import { findInternalParts } from '../../../parse/records/internal-parts.ts';
import { reasonToWithhold } from '../../../parse/records/reason-to-withhold.ts';
import type { LogView } from '../../log-view.ts';
import type { Once } from '../../rule.ts';

/** A match in a text that is published. */
export interface PublicMatch {
	readonly text: string;
	readonly range: Range;
}

/** Returns the matches of patterns in the published parts of a document: none in a draft, and in an internal log. */
export function* publicMatches(
	patterns: readonly RegExp[],
	{ document, log, once }: { readonly document: LogDocument; readonly log: LogView; readonly once: Once },
): Generator<PublicMatch> {
	if (log.configuration.publishing.audience === 'internal') {
		return;
	}
	for (const pattern of patterns) {
		for (const match of document.text.matchAll(pattern)) {
			const range = { start: match.index, end: match.index + match[0].length };
			const hidden = once(hiddenRanges);
			if (hidden === 'all') {
				return;
			}
			if (!hidden.some(({ start, end }) => start <= range.start && range.start < end)) {
				yield { text: match[0], range };
			}
		}
	}
}

/** The parts of a document that no page shows. */
function hiddenRanges(document: LogDocument, { configuration }: LogView): readonly Range[] | 'all' {
	if (reasonToWithhold(document, configuration) !== undefined) {
		return 'all';
	}
	const fields = findFields(document, configuration.publishing.internalFields, configuration.vocabulary);
	return [...findInternalParts(document).ranges, ...fields, ...(document.body?.comments ?? [])];
}

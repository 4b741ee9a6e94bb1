import type { Finding } from '../core/finding.ts';
import type { Fix } from '../core/text-edit.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { fieldText } from './renamed-reference.ts';

/** Maximum number of values that are offered for one finding. */
const MAX_VALUES = 10;

/** A fix for each value that a finding expects in place of its range, without those of its own fixes. */
export function valueFixes({ data, range, fixes }: Finding, document: LogDocument): readonly Fix[] {
	const { found, expected } = data ?? {};
	if (typeof found !== 'string' || !Array.isArray(expected)) {
		return [];
	}
	const written = document.text.slice(range.start, range.end);
	const isWhole = written === found || written.slice(1, -1) === found;
	const isQuoted = written !== found;
	const offered = new Set(fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
	return !isWhole
		? []
		: expected
				.filter(
					(value: unknown): value is string => typeof value === 'string' && value !== found && !offered.has(value),
				)
				.slice(0, MAX_VALUES)
				.map(value => ({
					title: `Change to \`${value}\``,
					edits: [{ range, newText: isQuoted ? JSON.stringify(value) : fieldText(value, document, range) }],
					safe: false,
				}));
}

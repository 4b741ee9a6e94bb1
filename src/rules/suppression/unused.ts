import { nearest } from '../../core/nearest.ts';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { LogDocument, SuppressedCode, Suppression } from '../../parse/model/document.ts';
import { DIRECTIVES } from '../../parse/records/suppressions.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { SuppressedReports } from '../support/suppression-index.ts';
import { alternatives, quoted } from '../support/words.ts';

const CODE = 'suppression/unused';

export const unused: Rule = {
	code: CODE,
	title: 'Unused suppression',
	rationale: dedent`
		A suppression comment names the code of a rule and should state a reason:
		\`# incident-log-disable-next-line time/order -- both clocks were wrong\` in YAML, the same between \`<!--\` and
		\`-->\` in Markdown. Above a text of several lines, a paragraph, a table or fenced code, \`disable-next-line\` applies to all of
		its lines. A comment at another place that a finding refers to, such as the other of two times, suppresses it as well.
		\`disable-line\` applies to its own line, \`disable-file\` to the whole file, and \`disable\` to the
		text up to \`incident-log-enable\`. Several codes are separated by commas or spaces. A comment that suppresses nothing
		is reported, because it would hide the next fault, and so is a comment with a misspelled code or directive.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	phase: 'after',
	fix: 'suggested',
	valid: [
		{
			caption: 'A comment for one line of a record',
			text: dedent`
				title: Clocks ran backwards
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				# incident-log-disable-next-line time/order -- the clock that wrote both was set back in between
				resolved_at: 2024-08-26T05:10:00Z
			`,
		},
		{
			caption: 'Comments for a part of a bulletin',
			text: dedent`
				//- /bulletins/2024-08-31.md
				<!-- incident-log-disable bulletin/outside-week -- reported late -->
				* **August 22: Queue stood still** (05:30 UTC): Its store was full.
				<!-- incident-log-enable -->
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
		},
	],
	invalid: [
		{
			caption: 'A comment for a fault that was corrected',
			text: dedent`
				title: Clocks ran backwards
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				# incident-log-disable-next-line «time/order» -- the clock that wrote both was set back in between
				resolved_at: 2024-08-26T05:50:00Z
			`,
			message:
				'Unused suppression of `time/order`: the rule has no finding here. Expected no suppression of this rule.',
			fixed: dedent`
				title: Clocks ran backwards
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T05:50:00Z
			`,
		},
		{
			caption: 'An unknown code, and one without findings',
			text: dedent`
				//- /bulletins/2024-08-31.md
				<!-- incident-log-disable-file «bulletin/outside-weeks», «time/order» -->

				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
			message: 'Unknown rule `bulletin/outside-weeks`. Expected `bulletin/outside-week`.',
		},
		{
			caption: 'A comment without a code',
			text: dedent`
				//- /bulletins/2024-08-31.md
				<!-- «incident-log-disable-next-line» -->
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
			message: 'Missing rule code after `incident-log-disable-next-line`. Expected the code of a rule.',
			fixed: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
		},
	],
	*check({ document, suppression: { codes, suppressed } }) {
		const scope: Scope = {
			document,
			codes,
			known: new Set(codes),
			suppressed: new SuppressedReports(suppressed),
			ended: endsOf(document),
		};
		for (const suppression of document.suppressions) {
			yield* reportsOf(suppression, scope);
		}
	},
};

/** The data that all comments of a document are compared with. */
interface Scope {
	readonly document: LogDocument;
	readonly codes: readonly string[];
	readonly known: ReadonlySet<string>;
	readonly suppressed: SuppressedReports;
	/** The offsets at which a `disable` ends, with its codes. */
	readonly ended: ReadonlyMap<number, ReadonlySet<string>>;
}

function endsOf({ suppressions }: LogDocument): Map<number, Set<string>> {
	const ended = new Map<number, Set<string>>();
	for (const { directive, codes } of suppressions) {
		for (const { code, within } of directive.value === 'disable' ? codes : []) {
			if (within) {
				const codes = ended.get(within.end) ?? new Set();
				ended.set(within.end, codes.add(code.value));
			}
		}
	}
	return ended;
}

function* reportsOf(suppression: Suppression, scope: Scope): Iterable<Report> {
	const { document } = scope;
	const { directive, codes, unexpectedText } = suppression;
	const written = quoted(document.text.slice(directive.range.start, directive.range.end));
	const [nearestDirective] = nearest(directive.value, DIRECTIVES, 1);
	if (nearestDirective !== undefined && nearestDirective !== directive.value) {
		const expected = `incident-log-${nearestDirective}`;
		yield {
			range: directive.range,
			message: `Unknown directive ${written}. Expected ${quoted(expected)}.`,
			fixes: [write(directive.range, expected, 'suggested')],
		};
		return;
	}
	if (unexpectedText) {
		yield {
			range: unexpectedText.range,
			message: `Unexpected text ${quoted(unexpectedText.value)}. Expected rule codes, and a reason after ${quoted('--')}.`,
		};
	}
	for (const code of codes) {
		const describe = findFault(code, suppression, scope);
		if (describe) {
			yield new LazyReport(code.code.range, () => ({ data: { code: code.code.value }, ...describe() }));
		}
	}
	if (codes.length === 0 && !unexpectedText && !(directive.value === 'enable' && endsDisable(suppression, scope))) {
		yield {
			range: directive.range,
			message:
				directive.value === 'enable'
					? `Unmatched ${written}. Expected an \`incident-log-disable\` above it.`
					: `Missing rule code after ${written}. Expected the code of a rule.`,
			fixes: [removal(suppression, document)],
		};
	}
}

/** Returns a function that describes the fault of one code of a comment; undefined if there is none. */
function findFault(
	suppressedCode: SuppressedCode,
	suppression: Suppression,
	scope: Scope,
): (() => Pick<Report, 'message' | 'fixes'>) | undefined {
	const { document, codes } = scope;
	const { value, range } = suppressedCode.code;
	const name = quoted(value);
	if (!scope.known.has(value)) {
		return () => {
			const candidates = nearest(value, codes, 1);
			const expected = candidates.length === 0 ? 'the code of a rule' : alternatives(candidates);
			return {
				message: `Unknown rule ${name}. Expected ${expected}.`,
				fixes: candidates.map(code => write(range, code, 'suggested')),
			};
		};
	}
	if (suppression.directive.value === 'enable') {
		return endsDisable(suppression, scope, value)
			? undefined
			: () => ({
					message: `Unmatched \`incident-log-enable\` for ${name}. Expected the code of a rule that is disabled above.`,
					fixes: [removal(suppression, document, suppressedCode)],
				});
	}
	// A suppression of this rule is never unused: its own finding would be the one that it suppresses.
	return value === CODE || scope.suppressed.hasAny(suppressedCode, document)
		? undefined
		: () => ({
				message: `Unused suppression of ${name}: the rule has no finding here. Expected no suppression of this rule.`,
				fixes: [removal(suppression, document, suppressedCode)],
			});
}

/** Returns true if an `enable` ends a `disable` above it, of one rule or of any. */
function endsDisable({ range }: Suppression, { ended }: Scope, code?: string): boolean {
	const codes = ended.get(range.start);
	return codes !== undefined && (code === undefined || codes.has(code));
}

/** Returns a fix that removes one code of a comment, or the comment if it has no other code. */
function removal({ codes, range }: Suppression, document: LogDocument, code?: SuppressedCode): Fix {
	const index = code === undefined ? -1 : codes.indexOf(code);
	const [before, after] = [codes[index - 1], codes[index + 1]];
	if (code === undefined || (!before && !after)) {
		return { title: 'Remove the comment', edits: [{ range: withLine(range, document), newText: '' }], safe: false };
	}
	const edit: Range = after
		? { start: code.code.range.start, end: after.code.range.start }
		: { start: before?.code.range.end ?? code.code.range.start, end: code.code.range.end };
	return { title: `Remove ${quoted(code.code.value)}`, edits: [{ range: edit, newText: '' }], safe: false };
}

/** Extends the range of a comment to its line if the line contains nothing else, or to the white space before it. */
function withLine({ start, end }: Range, { text, lines }: LogDocument): Range {
	const lineStart = lines.startOfLine(lines.lineAt(start));
	const nextLine = lines.startOfLine(lines.lineAt(end) + 1);
	const before = text.slice(lineStart, start);
	if (before.trim() === '' && text.slice(end, nextLine).trim() === '') {
		return { start: lineStart, end: nextLine };
	}
	return { start: lineStart + before.trimEnd().length, end };
}

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
import { quoted } from '../support/words.ts';

const CODE = 'suppression/unused';

export const unused: Rule = {
	code: CODE,
	title: 'A comment that silences a rule silences something',
	rationale: dedent`
		A finding that is as it should be is silenced where it stands, by the code of its rule and with a reason:
		\`# incident-log-disable-next-line time/order -- both clocks were wrong\` in YAML, the same between \`<!--\` and
		\`-->\` in Markdown. \`disable-line\` speaks of its own line, \`disable-file\` of the whole file, and \`disable\` of all
		that follows, up to \`incident-log-enable\`. Several codes stand side by side. Once the text is mended, such a comment
		waits for the next fault in order to hide it; one with a slip in it never did anything.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	last: true,
	fix: 'suggested',
	valid: [
		{
			caption: 'One line of a record',
			text: dedent`
				title: Clocks ran backwards
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				# incident-log-disable-next-line time/order -- the clock that wrote both was set back in between
				resolved_at: 2024-08-26T05:10:00Z
			`,
		},
		{
			caption: 'A part of a bulletin',
			text: dedent`
				//- /bulletins/2024-08-31.md
				<!-- incident-log-disable bulletin/outside-week -- told late -->
				* **August 22: Queue stood still** (05:30 UTC): Its store was full.
				<!-- incident-log-enable -->
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
		},
	],
	invalid: [
		{
			caption: 'The order of the times was mended, and the comment is still there',
			text: dedent`
				title: Clocks ran backwards
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				# incident-log-disable-next-line «time/order» -- the clock that wrote both was set back in between
				resolved_at: 2024-08-26T05:50:00Z
			`,
			message: '`time/order` finds nothing here that could be silenced; expected no comment that silences it',
			fixed: dedent`
				title: Clocks ran backwards
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T05:50:00Z
			`,
		},
		{
			caption: 'A code that is none, and one that is not needed',
			text: dedent`
				//- /bulletins/2024-08-31.md
				<!-- incident-log-disable-file «bulletin/outside-weeks», «time/order» -->

				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
			message: '`bulletin/outside-weeks` is no rule; expected `bulletin/outside-week`',
		},
		{
			caption: 'A comment without a code',
			text: dedent`
				//- /bulletins/2024-08-31.md
				<!-- «incident-log-disable-next-line» -->
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
			message: '`incident-log-disable-next-line` names no rule; expected the codes of those to silence',
			fixed: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
		},
	],
	*check(context) {
		const { document, others } = context;
		const scope: Scope = {
			document,
			codes: others.codes,
			known: new Set(others.codes),
			silenced: new SuppressedReports(others.suppressed),
			ended: endsOf(document),
		};
		for (const suppression of document.suppressions) {
			yield* reportsOf(suppression, scope);
		}
	},
};

/** What a comment is compared with. */
interface Scope {
	readonly document: LogDocument;
	readonly codes: readonly string[];
	readonly known: ReadonlySet<string>;
	readonly silenced: SuppressedReports;
	/** Where a `disable` ends, with the codes that end there. */
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
	const { directive, codes, unexpectedText: stray } = suppression;
	const written = quoted(document.text.slice(directive.range.start, directive.range.end));
	const [meant] = nearest(directive.value, DIRECTIVES, 1);
	if (meant !== undefined && meant !== directive.value) {
		const expected = `incident-log-${meant}`;
		yield {
			range: directive.range,
			message: `${written} silences nothing; expected ${quoted(expected)}`,
			fixes: [write(directive.range, expected, 'suggested')],
		};
		return;
	}
	if (stray) {
		yield {
			range: stray.range,
			message: `${quoted(stray.value)} is no rule; expected codes of rules, and a reason only after ${quoted('--')}`,
		};
	}
	for (const code of codes) {
		const describe = faultOf(code, suppression, scope);
		if (describe) {
			yield new LazyReport(code.code.range, () => ({ data: { code: code.code.value }, ...describe() }));
		}
	}
	if (codes.length === 0 && !stray && !(directive.value === 'enable' && endsOne(suppression, scope))) {
		const found = directive.value === 'enable' ? 'ends nothing' : 'names no rule';
		const expected =
			directive.value === 'enable' ? 'an `incident-log-disable` above it' : 'the codes of those to silence';
		yield {
			range: directive.range,
			message: `${written} ${found}; expected ${expected}`,
			fixes: [removal(suppression, document)],
		};
	}
}

/** What is wrong with one code of a comment; undefined where nothing is. */
function faultOf(
	silenced: SuppressedCode,
	suppression: Suppression,
	scope: Scope,
): (() => Pick<Report, 'message' | 'fixes'>) | undefined {
	const { document, codes } = scope;
	const { value, range } = silenced.code;
	const name = quoted(value);
	if (!scope.known.has(value)) {
		return () => {
			const near = nearest(value, codes, 1);
			return {
				message: `${name} is no rule; expected ${near[0] === undefined ? 'the code of a rule' : quoted(near[0])}`,
				fixes: near.map(code => write(range, code, 'suggested')),
			};
		};
	}
	if (suppression.directive.value === 'enable') {
		return endsOne(suppression, scope, value)
			? undefined
			: () => ({
					message: `${name} is not silenced here; expected the code of a rule that is`,
					fixes: [removal(suppression, document, silenced)],
				});
	}
	// Whoever silences this very rule is not told that there is nothing to silence: then there would be.
	return value === CODE || scope.silenced.hasAny(silenced, document)
		? undefined
		: () => ({
				message: `${name} finds nothing here that could be silenced; expected no comment that silences it`,
				fixes: [removal(suppression, document, silenced)],
			});
}

/** Whether an `enable` ends what a `disable` above it began, for one rule or for any. */
function endsOne({ range }: Suppression, { ended }: Scope, code?: string): boolean {
	const codes = ended.get(range.start);
	return codes !== undefined && (code === undefined || codes.has(code));
}

/** Takes one code out of a comment; the comment as a whole where there is no other. */
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

/** A comment with its line where nothing else stands in it; else with the white space before it. */
function withLine({ start, end }: Range, { text, lines }: LogDocument): Range {
	const lineStart = lines.startOfLine(lines.lineAt(start));
	const nextLine = lines.startOfLine(lines.lineAt(end) + 1);
	const before = text.slice(lineStart, start);
	if (before.trim() === '' && text.slice(end, nextLine).trim() === '') {
		return { start: lineStart, end: nextLine };
	}
	return { start: lineStart + before.trimEnd().length, end };
}

import type { Configuration } from '../core/configuration.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import { type Finding, LEVELS, type Level, type RuleCode } from '../core/finding.ts';
import type { Range } from '../core/range.ts';
import { errorText } from '../core/scalar-text.ts';
import { wellFormed, wellFormedRecord, wholeCharacters } from '../core/well-formed.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { checkingFinding, internalError, isUnread } from '../rules/internal/error.ts';
import type { LogView } from '../rules/log-view.ts';
import type { Once, Report, Rule, RuleContext, SuppressedReport, SuppressionContext } from '../rules/rule.ts';
import { SuppressionIndex } from '../rules/support/suppression-index.ts';
import { type Defect, defectMessage, type OnDefect } from './defect.ts';
import type { KnownReports } from './known-reports.ts';
import { LogNotRead } from './log-not-read.ts';

/** Maximum number of listed findings per rule and document. One more finding states how many are not listed. */
export const MAX_FINDINGS = 100;

const NO_SUPPRESSION: SuppressionContext = { codes: [], suppressed: [] };

interface PreparedRule {
	readonly rule: Rule;
	/** The level in the configuration. It takes precedence over the levels of the rule and of a report. */
	readonly stated: Level | undefined;
	readonly level: Level;
	readonly options: RuleContext['options'];
}

/** The enabled rules for a kind of document. */
interface Phases {
	readonly first: readonly PreparedRule[];
	readonly after: readonly PreparedRule[];
}

export interface CheckOptions {
	/** Maximum number of listed findings per rule. Infinite to compute fixes. */
	readonly limit?: number;
	/** The reports that do not become findings, because a baseline contains them. */
	readonly known?: KnownReports | undefined;
}

/** Runs the enabled rules on a document. */
export class Checker {
	readonly #rules: readonly PreparedRule[];
	/** Filled on demand: the rules are the same for all documents of a kind. */
	readonly #rulesByKind = new Map<DocumentKind | 'unread', Phases>();
	readonly #codes: readonly RuleCode[];
	readonly #root: string;
	readonly #onDefect: OnDefect;

	/** `root`: the URI of the log root, for messages. */
	constructor(rules: readonly Rule[], configuration: Configuration, root: string, onDefect: OnDefect) {
		const all = rules.includes(internalError) ? rules : [...rules, internalError];
		this.#rules = all.flatMap(rule => prepare(rule, configuration) ?? []);
		this.#codes = rules.map(({ code }) => code);
		this.#root = root;
		this.#onDefect = onDefect;
	}

	/**
	 * Returns the findings that no comment suppresses and no baseline contains, ordered by range, then by code. If a rule
	 * has more than the limit, one more finding states the number of the others. If a rule throws, it gives one finding of
	 * `internal/error`, and the other rules run. While the log is read, a rule that queries other documents gives nothing.
	 */
	check(document: LogDocument, log: LogView, options: CheckOptions = {}): readonly Finding[] {
		try {
			return this.#check(document, log, options);
		} catch (error) {
			return [this.#defect({ error, uri: document.uri, step: 'check' })];
		}
	}

	#check(document: LogDocument, log: LogView, options: CheckOptions): readonly Finding[] {
		const suppressions = new SuppressionIndex(document);
		const suppressed: SuppressedReport[] = [];
		const findings: Finding[] = [];
		const once = memoise(document, log);
		let isComplete = true;
		const run = (rules: readonly PreparedRule[], suppression: SuppressionContext) => {
			for (const prepared of rules) {
				const context = { document, log, options: prepared.options, suppression, once };
				const collector = this.#run(prepared, context, suppressions, options);
				if (collector === 'not-read') {
					isComplete = false;
				} else if (collector) {
					suppressed.push(...collector.suppressed);
					findings.push(...collector.findings());
				}
			}
		};
		const { first, after } = this.#rulesFor(document);
		run(first, NO_SUPPRESSION);
		if (isComplete) {
			run(after, { codes: this.#codes, suppressed });
		}
		return findings.sort(
			(one, other) =>
				one.range.start - other.range.start || one.range.end - other.range.end || (one.code < other.code ? -1 : 1),
		);
	}

	#rulesFor(document: LogDocument): Phases {
		const kind = isUnread(document) ? 'unread' : document.kind;
		const known = this.#rulesByKind.get(kind);
		if (known) {
			return known;
		}
		const rules = this.#rules.filter(({ rule }) =>
			kind === 'unread' ? rule === internalError : rule.kinds.includes(kind),
		);
		const phases = {
			first: rules.filter(({ rule }) => rule.phase !== 'after'),
			after: rules.filter(({ rule }) => rule.phase === 'after'),
		};
		this.#rulesByKind.set(kind, phases);
		return phases;
	}

	/** Runs a rule. Returns undefined if it reports nothing, which is the usual case; `not-read` if it needs unread documents. */
	#run(
		prepared: PreparedRule,
		context: RuleContext,
		suppressions: SuppressionIndex,
		options: CheckOptions,
	): Collector | 'not-read' | undefined {
		const { rule } = prepared;
		const { document } = context;
		let collector: Collector | undefined;
		try {
			for (const report of rule.check(context)) {
				collector ??= new Collector(prepared, suppressions, document, options);
				collector.add(report);
			}
		} catch (error) {
			if (error instanceof LogNotRead) {
				return 'not-read';
			}
			collector ??= new Collector(prepared, suppressions, document, options);
			collector.failed(this.#defect({ error, uri: document.uri, step: 'check', rule: rule.code }));
		}
		return collector;
	}

	#defect(defect: Defect): Finding {
		const { error, rule } = defect;
		this.#onDefect(defect);
		return checkingFinding(defectMessage(defect, this.#root), {
			error: errorText(error),
			...(rule !== undefined && { rule }),
		});
	}
}

/** Collects the reports of one rule: suppressed, known, listed, or only counted. Only listed reports become findings. */
class Collector {
	readonly prepared: PreparedRule;
	readonly suppressed: SuppressedReport[] = [];
	readonly #suppressions: SuppressionIndex;
	readonly #document: LogDocument;
	readonly #limit: number;
	readonly #known: KnownReports | undefined;
	readonly #listed: Finding[] = [];
	#defect: Finding | undefined;
	#unlisted: { readonly range: Range; level: Level; count: number } | undefined;

	constructor(
		prepared: PreparedRule,
		suppressions: SuppressionIndex,
		document: LogDocument,
		{ limit = MAX_FINDINGS, known }: CheckOptions,
	) {
		this.prepared = prepared;
		this.#suppressions = suppressions;
		this.#document = document;
		this.#limit = limit;
		this.#known = known;
	}

	add(report: Report): void {
		const { range } = report;
		const { code } = this.prepared.rule;
		const suppressed = this.#suppressions.suppressedRanges(code, report);
		if (suppressed.length > 0) {
			this.suppressed.push(...suppressed.map(range => ({ code, range })));
			return;
		}
		if (this.#known?.takes(code, report, this.#document)) {
			return;
		}
		if (this.#listed.length < this.#limit) {
			this.#listed.push(finding(this.prepared, report, this.#document.text));
			return;
		}
		const level = levelOf(this.prepared, report);
		this.#unlisted ??= { range, level, count: 0 };
		this.#unlisted.count++;
		if (LEVELS.indexOf(level) < LEVELS.indexOf(this.#unlisted.level)) {
			this.#unlisted.level = level;
		}
	}

	/** Called if the rule throws. Its earlier reports are kept. */
	failed(defect: Finding): void {
		this.#defect = defect;
	}

	findings(): readonly Finding[] {
		const findings = [...this.#listed];
		if (this.#unlisted) {
			findings.push(summary(this.prepared, this.#unlisted));
		}
		if (this.#defect) {
			findings.push(this.#defect);
		}
		return findings;
	}
}

/** Returns the `once` function of a rule context. Its lifetime is one check, so that nothing has to be invalidated. */
function memoise(document: LogDocument, log: LogView): Once {
	const values = new Map<unknown, unknown>();
	const once: Once = <Value>(compute: (document: LogDocument, log: LogView, once: Once) => Value): Value => {
		if (!values.has(compute)) {
			values.set(compute, compute(document, log, once));
		}
		// The key determines the type: only `compute` writes the value under itself.
		return values.get(compute) as Value;
	};
	return once;
}

function prepare(rule: Rule, configuration: Configuration): PreparedRule | undefined {
	const setting = rule.alwaysOn ? undefined : configuration.rules.get(rule.code);
	const level = setting?.level ?? rule.level;
	if (level === 'off') {
		return undefined;
	}
	const stated = setting?.options ?? {};
	const options: Record<string, unknown> = Object.create(null);
	for (const [name, { default: fallback }] of Object.entries(rule.options ?? {})) {
		options[name] = Object.hasOwn(stated, name) ? stated[name] : fallback;
	}
	return { rule, level, stated: setting?.level === 'off' ? undefined : setting?.level, options };
}

function levelOf({ stated, level }: PreparedRule, report: Report): Level {
	return stated ?? report.level ?? level;
}

/**
 * Texts of users can contain lone surrogates, and a rule can cut a text or a range inside of a character. No output can
 * encode half a character: both are repaired here.
 */
function finding(prepared: PreparedRule, report: Report, text: string): Finding {
	return {
		code: prepared.rule.code,
		level: levelOf(prepared, report),
		range: wholeCharacters(text, report.range),
		message: wellFormed(report.message),
		fixes: report.fixes ?? [],
		related: (report.related ?? []).map(location => ({ ...location, message: wellFormed(location.message) })),
		data: report.data && wellFormedRecord(report.data),
	};
}

/**
 * The finding for reports that are not listed: at the range of the first, with the worst of their levels, because the
 * exit code depends on it.
 */
function summary({ rule: { code } }: PreparedRule, unlisted: { range: Range; level: Level; count: number }): Finding {
	const { range, level, count } = unlisted;
	const noun = count === 1 ? 'finding' : 'findings';
	const verb = count === 1 ? 'is' : 'are';
	return {
		code,
		level,
		range,
		message: `${count} more ${noun} of \`${code}\` in this document ${verb} not listed.`,
		fixes: [],
		related: [],
		data: { limit: MAX_FINDINGS, unlisted: count },
	};
}

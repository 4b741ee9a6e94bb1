import type { Configuration } from '../core/configuration.ts';
import type { Finding, Level, RuleCode } from '../core/finding.ts';
import { errorText } from '../core/scalar-text.ts';
import type { LogDocument } from '../parse/document.ts';
import { checkingFinding, internalError, isUnread } from '../rules/internal/error.ts';
import type { LogView } from '../rules/log-view.ts';
import type { Others, Report, Rule, RuleContext } from '../rules/rule.ts';
import { isSilenced } from '../rules/support/silence.ts';
import { type Defect, defectMessage, type OnDefect } from './defect.ts';

/** More findings of one rule in one file help nobody. */
export const MAX_FINDINGS = 200;

const NO_OTHERS: Others = { codes: [], silenced: [] };

interface PreparedRule {
	readonly rule: Rule;
	/** The level in the configuration: it wins over the rule's own and over that of a report. */
	readonly stated: Level | undefined;
	readonly level: Level;
	readonly options: RuleContext['options'];
}

/** Asks the rules that are on about a document. */
export class Checker {
	readonly #rules: readonly PreparedRule[];
	readonly #codes: readonly RuleCode[];
	readonly #root: string;
	readonly #onDefect: OnDefect;

	/** `root`: the URI of the log's folder, for messages. */
	constructor(rules: readonly Rule[], configuration: Configuration, root: string, onDefect: OnDefect) {
		const all = rules.includes(internalError) ? rules : [...rules, internalError];
		this.#rules = all.flatMap(rule => prepare(rule, configuration) ?? []);
		this.#codes = rules.map(({ code }) => code);
		this.#root = root;
		this.#onDefect = onDefect;
	}

	/**
	 * The findings that no comment silences, in order of place, then of code. A rule that throws gives one finding of
	 * `internal/error`; the other rules go on.
	 */
	check(document: LogDocument, log: LogView): readonly Finding[] {
		const isAsked = ({ rule }: PreparedRule) =>
			isUnread(document) ? rule === internalError : rule.kinds.includes(document.kind);
		try {
			return this.#check(document, log, this.#rules.filter(isAsked));
		} catch (error) {
			return [this.#defect({ error, uri: document.uri, step: 'check' })];
		}
	}

	#check(document: LogDocument, log: LogView, rules: readonly PreparedRule[]): readonly Finding[] {
		const ask = (asked: readonly PreparedRule[], others: Others) =>
			asked.flatMap(prepared => this.#ask(prepared, { document, log, options: prepared.options, others }));
		const first = ask(
			rules.filter(({ rule }) => !rule.last),
			NO_OTHERS,
		);
		const silenced = first.filter(finding => isSilenced(finding, document));
		const last = ask(
			rules.filter(({ rule }) => rule.last),
			{ codes: this.#codes, silenced },
		);
		const findings = [...first, ...last].filter(finding => !isSilenced(finding, document));
		return findings.sort(
			(one, other) =>
				one.range.start - other.range.start || one.range.end - other.range.end || (one.code < other.code ? -1 : 1),
		);
	}

	#ask(prepared: PreparedRule, context: RuleContext): Finding[] {
		const { rule } = prepared;
		const findings: Finding[] = [];
		try {
			for (const report of rule.check(context)) {
				if (findings.length === MAX_FINDINGS) {
					findings.push(finding(prepared, tooMany(report, rule.code)));
					break;
				}
				findings.push(finding(prepared, report));
			}
		} catch (error) {
			findings.push(this.#defect({ error, uri: context.document.uri, step: 'check', rule: rule.code }));
		}
		return findings;
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

function finding({ rule, stated, level }: PreparedRule, report: Report): Finding {
	return {
		code: rule.code,
		level: stated ?? report.level ?? level,
		range: report.range,
		message: report.message,
		fixes: report.fixes ?? [],
		related: report.related ?? [],
		data: report.data,
	};
}

/** Stands in the place of the first finding that is one too many. */
function tooMany({ range }: Report, code: RuleCode): Report {
	return {
		range,
		message: `more than ${MAX_FINDINGS} findings of \`${code}\` in this file; the rest is not shown`,
		data: { limit: MAX_FINDINGS },
	};
}

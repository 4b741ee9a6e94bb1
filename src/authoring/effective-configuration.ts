import { stringify } from 'yaml';
import type { Configuration } from '../core/configuration.ts';
import { configurationOf } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import { FILE_KEYS } from '../parse/records/configuration.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/**
 * Where a value of the configuration comes from: the default, `incident-log.yaml` (`line` from 1), the file of a site
 * generator at the log root, or the option `--dialect`.
 */
export type ValueSource =
	| { readonly type: 'default' | 'site' | 'option' }
	| { readonly type: 'file'; readonly uri: string; readonly line: number };

/** One value of a configuration as it is used. */
export interface EffectiveValue {
	/** The keys that lead to it. */
	readonly path: readonly string[];
	/** Plain data; undefined if there is none, in which case `fallback` describes what is used. */
	readonly value: unknown;
	/** The value as `incident-log.yaml` states it, if it is stated there in another form. */
	readonly written?: unknown;
	readonly fallback: string;
	readonly source: ValueSource;
}

const DEFAULT: ValueSource = { type: 'default' };

/** Returns the configuration of a log as it is used. `dialect`: the value of the option `--dialect`. */
export function effectiveConfiguration(log: Log, dialect: string | undefined): readonly EffectiveValue[] {
	const { configuration } = log;
	const { impact, files, exclude, vocabulary, fields } = configuration;
	const locate = locator(log);
	const one = (key: string, value: unknown, isStated = true, fallback = 'none'): EffectiveValue => {
		const path = key.split('.');
		return { path, value, fallback, source: isStated ? locate(path) : DEFAULT };
	};
	const aliases = impact.words.filter(word => !impact.levels.includes(word));
	return [
		one('title', configuration.title),
		one('time_zone', configuration.timeZone, configuration.isTimeZoneStated),
		one('week_ends_on', configuration.weekEndsOn, configuration.isWeekEndStated),
		one('impact.levels', impact.levels),
		one('impact.aliases', Object.fromEntries(aliases.map(word => [word, impact.levelOf(word) ?? '']))),
		componentsValue(configuration, locate),
		...Object.values(FILE_KEYS).map((key, index) => {
			const [kind] = Object.entries(FILE_KEYS)[index] ?? [];
			return one(`files.${key}`, Object.entries(files).find(([each]) => each === kind)?.[1], true, FOLDERS);
		}),
		one('exclude', exclude),
		one('id', configuration.idPattern),
		dialectValue(configuration, dialect, locate),
		...wordsValues('map', vocabulary.own.fields, locate),
		...wordsValues('sections', vocabulary.own.sections, locate),
		...rules.flatMap(rule => (rule.alwaysOn ? [] : [ruleValue(rule, configuration, locate)])),
		...Object.entries(fields).map(([kind, schemas]) => one(`fields.${kind}`, schemas)),
	];
}

const FOLDERS = 'files in folders with the usual names';

type Locate = (path: readonly string[]) => ValueSource;

function locator(log: Log): Locate {
	const uri = configurationOf(log);
	const document = uri === undefined ? undefined : log.document(uri);
	return path => {
		const node = document?.data?.at(path);
		const start = (node?.keyRange ?? node?.range)?.start;
		return uri === undefined || document === undefined || start === undefined
			? DEFAULT
			: { type: 'file', uri, line: document.lines.positionAt(start).line + 1 };
	};
}

function componentsValue({ components, hasAllComponents }: Configuration, locate: Locate): EffectiveValue {
	const path = ['components'];
	const value = Object.fromEntries(
		[...components.values()].map(({ id, title, retired }) => [id, retired === undefined ? title : { title, retired }]),
	);
	const source: ValueSource = hasAllComponents ? locate(path) : { type: 'site' };
	return { path, value: components.size === 0 ? undefined : value, fallback: 'any', source };
}

function dialectValue({ dialect }: Configuration, option: string | undefined, locate: Locate): EffectiveValue {
	const path = ['dialect'];
	const source: ValueSource =
		option !== undefined ? { type: 'option' } : dialect === undefined ? DEFAULT : locate(path);
	return { path, value: dialect, fallback: 'detected for each record', source };
}

function wordsValues(
	key: 'map' | 'sections',
	words: ReadonlyMap<string, readonly string[]>,
	locate: Locate,
): EffectiveValue[] {
	return [...words].map(([name, value]) => ({
		path: [key, name],
		value,
		fallback: 'none',
		source: locate([key, name]),
	}));
}

/** The level of a rule and its options. */
function ruleValue({ code, level, options }: Rule, { rules: settings }: Configuration, locate: Locate): EffectiveValue {
	const setting = settings.get(code);
	const used = setting?.level ?? level;
	const stated = setting?.options ?? {};
	const all = Object.fromEntries(
		Object.entries(options ?? {}).map(([name, { default: fallback }]) => [
			name,
			Object.hasOwn(stated, name) ? stated[name] : fallback,
		]),
	);
	const isStated = setting?.level !== undefined || Object.keys(stated).length > 0;
	const path = ['rules', code];
	// A stated level takes precedence over the levels of single reports: options alone must remain options alone.
	const written = options === undefined ? used : isStated && setting?.level === undefined ? all : [used, all];
	return {
		path,
		value: { level: used, options: all },
		written,
		fallback: 'none',
		source: isStated ? locate(path) : DEFAULT,
	};
}

/**
 * Formats a configuration as an `incident-log.yaml` with the same effect, with the source of each value as a comment. Values
 * that the file does not have to state are comments as a whole.
 */
export function configurationText(
	values: readonly EffectiveValue[],
	describe: (source: ValueSource) => string,
): string {
	const lines: string[] = [];
	const isNeeded = ({ source }: EffectiveValue) => source.type === 'file' || source.type === 'option';
	let group: string | undefined;
	for (const each of values) {
		const [first = '', second] = each.path;
		if (second !== undefined && first !== group) {
			const isGroupNeeded = values.some(other => other.path[0] === first && isNeeded(other));
			lines.push(`${isGroupNeeded ? '' : '# '}${first}:`);
		}
		group = second === undefined ? undefined : first;
		const { value, written = value, fallback, source } = each;
		const text = `${inline(second ?? first)}: ${written === undefined ? fallback : inline(written)}  # ${describe(source)}`;
		lines.push(`${second === undefined ? '' : '  '}${isNeeded(each) && written !== undefined ? '' : '# '}${text}`);
	}
	return `${lines.join('\n')}\n`;
}

/** Formats a value as YAML on one line. */
function inline(value: unknown): string {
	return stringify(value, {
		collectionStyle: 'flow',
		defaultStringType: 'PLAIN',
		flowCollectionPadding: false,
		lineWidth: 0,
	}).trimEnd();
}

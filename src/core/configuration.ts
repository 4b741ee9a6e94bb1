import { VOCABULARY } from '../vocabulary/index.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Level, RuleCode } from './finding.ts';
import { DEFAULT_IMPACT_LEVELS, type ImpactScale, impactScale } from './impact-scale.ts';
import type { Mapping } from './mapping.ts';

/** ISO numbers: Monday is 1, Sunday 7. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface RuleSetting {
	readonly level: Level | 'off' | undefined;
	readonly options: Readonly<Record<string, unknown>>;
}

export interface Component {
	readonly id: string;
	readonly title: string;
	/** The first ISO date on which it is retired. */
	readonly retired: string | undefined;
}

/** The key `publish:`. */
export interface Publishing {
	/** The address of the published site, with a slash at its end. */
	readonly url: string | undefined;
	/** Fields that no output contains. */
	readonly internalFields: ReadonlySet<string>;
	/** Undefined: not stated. */
	readonly audience: 'public' | 'internal' | undefined;
}

/** The JSON Schema of each own field, by kind of document and name, as stated in the configuration. */
export type OwnFields = Readonly<Partial<Record<DocumentKind, Mapping>>>;

/** `incident-log.yaml` with its defaults filled in. Invalid values are reported in that file and left out here. */
export interface Configuration {
	readonly title: string | undefined;
	/** IANA name. */
	readonly timeZone: string;
	/** False if `timeZone` is the default because none is configured. */
	readonly isTimeZoneStated: boolean;
	readonly weekEndsOn: Weekday;
	/** False if `weekEndsOn` is the default because none is configured. */
	readonly isWeekEndStated: boolean;
	readonly impact: ImpactScale;
	/** Empty: any component is allowed. */
	readonly components: ReadonlyMap<string, Component>;
	/** False if the list has current components only, as on a status page: older records can name others. */
	readonly hasAllComponents: boolean;
	/** Globs by kind, relative to the log root. Undefined: the defaults. Empty: no files. */
	readonly files: Readonly<Partial<Record<DocumentKind, readonly string[]>>>;
	/** Globs of files and folders that are not part of the log, relative to its root. */
	readonly exclude: readonly string[];
	/** The pattern of ids, such as `{yyyy}-{mm}-{dd}-{slug}`. */
	readonly idPattern: string;
	/** The name of the log's dialect. Undefined: the dialect is detected for each record. */
	readonly dialect: string | undefined;
	/** The words of records: the built-in ones, and those of `map:` and `sections:`. */
	readonly vocabulary: Vocabulary;
	/** The language of the records, as a BCP 47 tag. */
	readonly language: string;
	readonly publishing: Publishing;
	readonly rules: ReadonlyMap<RuleCode, RuleSetting>;
	readonly fields: OwnFields;
}

export const DEFAULT_CONFIGURATION: Configuration = {
	title: undefined,
	timeZone: 'UTC',
	isTimeZoneStated: false,
	weekEndsOn: 'saturday',
	isWeekEndStated: false,
	impact: impactScale(DEFAULT_IMPACT_LEVELS),
	components: new Map(),
	hasAllComponents: true,
	files: {},
	exclude: [],
	idPattern: '{yyyy}-{mm}-{dd}-{slug}',
	dialect: undefined,
	vocabulary: VOCABULARY,
	language: 'en',
	publishing: { url: undefined, internalFields: new Set(), audience: undefined },
	rules: new Map(),
	fields: {},
};

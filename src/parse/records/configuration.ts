import {
	type Component,
	type Configuration,
	DEFAULT_CONFIGURATION,
	type OwnFields,
	type Publishing,
	type RuleSetting,
	WEEKDAYS,
} from '../../core/configuration.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../core/document-kind.ts';
import { LEVELS, type RuleCode } from '../../core/finding.ts';
import { DEFAULT_IMPACT_LEVELS, type ImpactScale, impactScale } from '../../core/impact-scale.ts';
import { isMapping, type Mapping } from '../../core/mapping.ts';
import { zoneName } from '../../core/time/zone-offset.ts';
import { vocabularyWith } from '../../vocabulary/index.ts';
import { dialectNamed } from '../dialects/index.ts';
import type { DataPath } from '../model/data.ts';
import type { LogDocument } from '../model/document.ts';
import { Fields, oneOf } from '../model/fields.ts';

/** The keys of `files:`, by kind. */
export const FILE_KEYS: Readonly<Record<Exclude<DocumentKind, 'configuration'>, string>> = {
	incident: 'incidents',
	postmortem: 'postmortems',
	bulletin: 'bulletins',
};

/**
 * Reads the configuration of an `incident-log.yaml`, with defaults for absent and for invalid values. Schema validation and
 * `configurationProblems` report the latter.
 */
export function readConfiguration(document: LogDocument): Configuration {
	const fields = configurationFields(document);
	const timeZone = zoneName(fields.text(['time_zone'])?.value.trim() ?? '');
	const weekEndsOn = oneOf(WEEKDAYS, fields.text(['week_ends_on'])?.value.toLowerCase());
	return {
		title: fields.text(['title'])?.value,
		timeZone: timeZone ?? DEFAULT_CONFIGURATION.timeZone,
		isTimeZoneStated: timeZone !== undefined,
		weekEndsOn: weekEndsOn ?? DEFAULT_CONFIGURATION.weekEndsOn,
		isWeekEndStated: weekEndsOn !== undefined,
		impact: readScale(fields),
		components: readComponents(fields),
		hasAllComponents: true,
		files: readFiles(fields),
		exclude: fields.texts(['exclude']).map(glob => glob.value.trim()),
		idPattern: fields.text(['id'])?.value ?? DEFAULT_CONFIGURATION.idPattern,
		dialect: dialectNamed(fields.text(['dialect'])?.value ?? '')?.name,
		vocabulary: vocabularyWith({ fields: readWords(fields, 'map'), sections: readWords(fields, 'sections') }),
		language: languageIn(fields),
		publishing: readPublishing(fields),
		rules: readRules(fields),
		fields: ownFieldsIn(fields),
	};
}

/** The fields of an `incident-log.yaml`. They are read with the default configuration, because they do not depend on it. */
export function configurationFields({ uri, text, data }: LogDocument): Fields {
	return new Fields({ uri, text, kind: 'configuration', configuration: DEFAULT_CONFIGURATION }, data);
}

function readScale(fields: Fields): ImpactScale {
	const stated = fields.texts(['impact', 'levels']).map(level => level.value.trim());
	const distinct = new Map<string, string>();
	for (const level of stated) {
		distinct.set(level.toLowerCase(), distinct.get(level.toLowerCase()) ?? level);
	}
	const levels = [...distinct.values()];
	const aliases = new Map<string, string>();
	for (const alias of fields.keys(['impact', 'aliases'])) {
		const level = fields.text(['impact', 'aliases', alias]);
		if (level) {
			aliases.set(alias, level.value.trim());
		}
	}
	return impactScale(levels.length > 0 ? levels : DEFAULT_IMPACT_LEVELS, aliases);
}

/** Reads a list of ids, `{id: title}` and `{id: {title, retired}}`, or one mapping of these. */
function readComponents(fields: Fields): ReadonlyMap<string, Component> {
	const components = new Map<string, Component>();
	for (const item of fields.items(['components'])) {
		const id = fields.text(item)?.value.trim();
		if (id !== undefined) {
			components.set(id, { id, title: id, retired: undefined });
		}
		addComponents(fields, item, components);
	}
	addComponents(fields, ['components'], components);
	return components;
}

function addComponents(fields: Fields, path: DataPath, components: Map<string, Component>): void {
	for (const id of fields.keys(path)) {
		const title = fields.text([...path, id]) ?? fields.text([...path, id, 'title']);
		const retired = fields.text([...path, id, 'retired'])?.value;
		components.set(id, { id, title: title?.value ?? id, retired });
	}
}

/** Reads the words of each field or section: one, or a list. */
function readWords(fields: Fields, key: 'map' | 'sections'): ReadonlyMap<string, readonly string[]> {
	return new Map(
		fields.keys([key]).flatMap(name => {
			const words = fields.texts([key, name]).map(({ value }) => value.trim());
			return words.length > 0 ? [[name, words]] : [];
		}),
	);
}

/** Returns a BCP 47 tag. Another text would be markup on a page. */
function languageIn(fields: Fields): string {
	const tag = fields.text(['language'])?.value.trim() ?? '';
	return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : DEFAULT_CONFIGURATION.language;
}

function readPublishing(fields: Fields): Publishing {
	const url = fields.text(['publish', 'url'])?.value.trim() ?? '';
	return {
		url: /^https?:\/\/\S+\/$/.test(url) ? url : undefined,
		internalFields: new Set(fields.texts(['publish', 'internal_fields']).map(({ value }) => value.trim())),
		audience: oneOf(['public', 'internal'], fields.text(['publish', 'audience'])?.value),
	};
}

/** Reads one glob or a list of globs for each kind. An empty list means no files. */
function readFiles(fields: Fields): Configuration['files'] {
	const files: Partial<Record<DocumentKind, readonly string[]>> = {};
	for (const [kind, key] of Object.entries(FILE_KEYS)) {
		const globs = fields.texts(['files', key]).map(glob => glob.value.trim());
		const isEmptyList = isEmptyArray(fields.data?.at(['files', key])?.value);
		if ((globs.length > 0 || isEmptyList) && isDocumentKind(kind)) {
			files[kind] = globs;
		}
	}
	return files;
}

function isEmptyArray(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function isDocumentKind(kind: string): kind is keyof typeof FILE_KEYS {
	return kind in FILE_KEYS;
}

/** Reads a level, `[level, options]`, or options alone, which keep the default level. */
function readRules(fields: Fields): ReadonlyMap<RuleCode, RuleSetting> {
	const rules = new Map<RuleCode, RuleSetting>();
	for (const code of fields.keys(['rules'])) {
		if (!isRuleCode(code)) {
			continue;
		}
		const path = ['rules', code];
		const isList = fields.items(path).length > 0;
		const level = oneOf([...LEVELS, 'off'], fields.text(isList ? [...path, 0] : path)?.value);
		const options = fields.data?.at(isList ? [...path, 1] : path)?.value;
		rules.set(code, { level, options: isMapping(options) ? options : Object.freeze(Object.create(null)) });
	}
	return rules;
}

function isRuleCode(code: string): code is RuleCode {
	return code.includes('/');
}

/** The schemas of own fields, as written. `schema/` reads them. */
export function ownFieldsIn({ data }: Fields): OwnFields {
	const fields: Partial<Record<DocumentKind, Mapping>> = {};
	for (const kind of DOCUMENT_KINDS) {
		const schemas = data?.at(['fields', kind])?.value;
		if (kind !== 'configuration' && isMapping(schemas)) {
			fields[kind] = schemas;
		}
	}
	return fields;
}

import { Option } from 'commander';
import {
	configurationText,
	type EffectiveValue,
	effectiveConfiguration,
	type ValueSource,
} from '../authoring/effective-configuration.ts';
import { CONFIGURATION_FILES } from '../core/document-kind.ts';
import { nameOf, parentUri } from '../core/uri/uri.ts';
import { configurationOf } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import { type CommandHost, type Host, UsageError } from './host.ts';
import { jsonText } from './json-text.ts';
import { pathFrom } from './path-from.ts';
import type { Chosen } from './scope.ts';

/** The values of the options that select a log by its configuration, or show what would be checked. */
export interface InspectOptions {
	readonly config?: string;
	readonly listFiles?: true;
	readonly printConfig?: true;
}

export function inspectOptions(): readonly Option[] {
	return [
		new Option('--config <file>', 'check only the log of this configuration, which must exist'),
		new Option('--list-files', 'print the documents that would be checked'),
		new Option('--print-config', 'print the configuration in use with the source of each value').conflicts('listFiles'),
	];
}

/** Returns the folder of the configuration that the options name; undefined without one. */
export function configuredRoot(host: Host, { config }: InspectOptions): string | undefined {
	if (config === undefined) {
		return undefined;
	}
	const uri = host.toUri(config);
	if (!CONFIGURATION_FILES.includes(nameOf(uri))) {
		throw new UsageError(
			`Invalid name of a configuration: \`${config}\`. Expected \`${CONFIGURATION_FILES.join('` or `')}\`.`,
		);
	}
	return parentUri(uri);
}

/** Returns the log with the configuration that the options name; without one, all logs. Throws if it does not exist. */
export function selectLogs(host: Host, logs: readonly Log[], { config }: InspectOptions): readonly Log[] {
	if (config === undefined) {
		return logs;
	}
	const log = logs.find(log => log.stored(host.toUri(config))?.kind === 'configuration');
	if (log === undefined) {
		throw new UsageError(`Configuration not found: \`${config}\`. Expected a file that \`incident-log init\` writes.`);
	}
	return [log];
}

/** Prints the paths of documents, one per line. */
export function printFiles(host: CommandHost, chosen: readonly Chosen[]): void {
	for (const { uris } of chosen) {
		for (const path of uris.map(host.toPath).sort()) {
			host.out.write(`${path}\n`);
		}
	}
}

/** Prints the configurations of logs, as YAML or JSON. `dialect`: the value of the option `--dialect`. */
export function printConfigurations(
	host: CommandHost,
	logs: readonly Log[],
	format: 'yaml' | 'json',
	dialect: string | undefined,
): void {
	const all = logs.map(log => ({ log, values: effectiveConfiguration(log, dialect) }));
	if (format === 'json') {
		host.out.writeData(jsonText({ version: 1, logs: all.map(each => jsonOf(host, each.log, each.values)) }));
		return;
	}
	const texts = all.map(({ log, values }) => {
		const configuration = configurationOf(log);
		const file = configuration === undefined ? 'no configuration' : host.toPath(configuration);
		return `# Log: ${host.toPath(log.root)} (${file})\n${configurationText(values, source => describe(host, source))}`;
	});
	host.out.writeData(texts.join('---\n'));
}

function describe(host: Host, source: ValueSource): string {
	switch (source.type) {
		case 'file':
			return `${host.toPath(source.uri)}:${source.line}`;
		case 'site':
			return 'configuration of the site';
		case 'option':
			return '--dialect';
		case 'default':
			return 'default';
	}
}

function jsonOf({ cwd }: Host, log: Log, values: readonly EffectiveValue[]) {
	const configuration = configurationOf(log);
	return {
		root: pathFrom(cwd, log.root),
		configuration: configuration === undefined ? null : pathFrom(cwd, configuration),
		values: values.map(({ path, value, source }) => ({
			key: path.join('.'),
			value: value ?? null,
			source:
				source.type === 'file'
					? { type: source.type, path: pathFrom(cwd, source.uri), line: source.line }
					: { type: source.type },
		})),
	};
}

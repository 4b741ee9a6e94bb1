import { type Component, DEFAULT_CONFIGURATION } from '../../core/configuration.ts';
import { withLineFeeds } from '../../core/line-breaks.ts';
import { Fields } from '../model/fields.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import type { SiteFile } from './dialect.ts';
import { dialects } from './index.ts';

/** The files at the root of a log, beside its configuration, that some dialect reads. */
export const SITE_FILES: readonly string[] = [
	...new Set(dialects.flatMap(dialect => (dialect.site ? [...dialect.site.names] : []))),
];

/** Longer than any site's settings. */
const LONGEST = 200_000;

/**
 * The components that the file of a site generator at the root of a log lists: by the named dialect, or, without a name,
 * by the first that finds any. Empty: any component will do. `fileAtRoot` gives the content of a file that is text.
 */
export function siteComponents(
	dialect: string | undefined,
	fileAtRoot: (name: string) => unknown,
): ReadonlyMap<string, Component> {
	for (const { name: own, site } of dialects) {
		if (site === undefined || (dialect !== undefined && dialect !== own)) {
			continue;
		}
		for (const name of site.names) {
			const text = fileAtRoot(name);
			const components = typeof text === 'string' && text.length < LONGEST ? componentsIn(text, site) : undefined;
			if (components !== undefined && components.size > 0) {
				return components;
			}
		}
	}
	return DEFAULT_CONFIGURATION.components;
}

/** Every log of a workspace asks again after each change of a file, and the text is most often the same. */
let latest: { text: string; site: SiteFile; components: ReadonlyMap<string, Component> } | undefined;

function componentsIn(written: string, site: SiteFile): ReadonlyMap<string, Component> {
	const text = withLineFeeds(written);
	if (latest?.text !== text || latest.site !== site) {
		const { data } = parseYaml(text, { start: 0, end: text.length });
		const source = { uri: '', text, kind: 'configuration', configuration: DEFAULT_CONFIGURATION } as const;
		const fields = new Fields(source, data);
		const names = fields.items(site.components).flatMap(item => fields.text([...item, site.name])?.value.trim() ?? []);
		latest = { text, site, components: new Map(names.map(id => [id, { id, title: id, retired: undefined }])) };
	}
	return latest.components;
}

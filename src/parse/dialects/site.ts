import { type Component, DEFAULT_CONFIGURATION } from '../../core/configuration.ts';
import { withLineFeeds } from '../../core/line-breaks.ts';
import { Fields } from '../model/fields.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import type { SiteFile } from './dialect.ts';
import { dialects } from './index.ts';

/** Names of the files at a log root, other than the configuration, that a dialect reads. */
export const SITE_FILES: readonly string[] = [
	...new Set(dialects.flatMap(dialect => (dialect.site ? [...dialect.site.names] : []))),
];

/** In UTF-16 code units. Longer files are not read. */
const MAX_SITE_FILE = 200_000;

/**
 * Reads the components in the configuration of a site generator. Caches the last file for one workspace: after each change
 * of a file its logs read their components again, usually from the same text.
 */
export class SiteReader {
	#last: { text: string; site: SiteFile; components: ReadonlyMap<string, Component> } | undefined;

	/**
	 * Returns the components in the site file at the root of a log: that of the named dialect, or that of the first dialect
	 * with components. Empty: any component is allowed. `fileAtRoot` returns the text of a file, if it is one.
	 */
	components(dialect: string | undefined, fileAtRoot: (name: string) => unknown): ReadonlyMap<string, Component> {
		for (const { name: own, site } of dialects) {
			if (site === undefined || (dialect !== undefined && dialect !== own)) {
				continue;
			}
			for (const name of site.names) {
				const text = fileAtRoot(name);
				const components =
					typeof text === 'string' && text.length < MAX_SITE_FILE ? this.#read(withLineFeeds(text), site) : undefined;
				if (components !== undefined && components.size > 0) {
					return components;
				}
			}
		}
		return DEFAULT_CONFIGURATION.components;
	}

	#read(text: string, site: SiteFile): ReadonlyMap<string, Component> {
		if (this.#last?.text !== text || this.#last.site !== site) {
			this.#last = { text, site, components: readComponents(text, site) };
		}
		return this.#last.components;
	}
}

function readComponents(text: string, site: SiteFile): ReadonlyMap<string, Component> {
	const { data } = parseYaml(text, { start: 0, end: text.length });
	const source = { uri: '', text, kind: 'configuration', configuration: DEFAULT_CONFIGURATION } as const;
	const fields = new Fields(source, data);
	const names = fields.items(site.components).flatMap(item => fields.text([...item, site.name])?.value.trim() ?? []);
	return new Map(names.map(id => [id, { id, title: id, retired: undefined }]));
}

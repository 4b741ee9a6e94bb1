import { copyOf } from '../model/mapped-data.ts';
import type { HeadField, HeadSource } from './head-field.ts';
import { readTitle } from './title.ts';

/**
 * The keys of the YAML front matter. A title can contain a date, an id or a severity as well. `isRead`: whether the field of
 * a key is needed.
 */
export function* readFrontMatter(
	{ text, data }: HeadSource,
	isRead: (key: string) => boolean = () => true,
): Iterable<HeadField> {
	for (const { key } of data?.keys([]) ?? []) {
		if (!isRead(key)) {
			continue;
		}
		const node = data && copyOf(data, [key]);
		if (node === undefined) {
			continue;
		}
		const { value, range } = node;
		if (key === 'title' && typeof value === 'string' && text.slice(range.start, range.end) === value) {
			yield* readTitle(text, range, node.keyRange);
		} else {
			yield { label: key, form: 'front-matter', node, fullRange: range, isWeak: false, section: undefined };
		}
	}
}

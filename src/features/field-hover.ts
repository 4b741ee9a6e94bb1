import { contains } from '../core/range.ts';
import { schemaAt } from '../schema/schema-at.ts';
import type { DocumentContext } from './feature.ts';
import type { HoverText } from './hover-text.ts';
import type { Prose } from './prose.ts';

/** The schema's description of a field over its key; the scale of the log over an impact level. */
export function fieldHover({ document, log }: DocumentContext, offset: number, prose: Prose): HoverText | undefined {
	const { data, kind } = document;
	if (data === undefined || !contains(data.range, offset)) {
		return undefined;
	}
	const path = data.pathAt(offset);
	const node = path.length > 0 ? data.at(path) : undefined;
	const schema = schemaAt(log.view.schemas.of(kind), path, data.value);
	if (node?.keyRange && contains(node.keyRange, offset)) {
		const { description } = schema ?? {};
		const text = description?.format === 'plaintext' ? prose.text(description.text) : description?.text;
		return text === undefined ? undefined : { text, range: node.keyRange };
	}
	if (node && schema?.meaning === 'impact' && typeof node.value === 'string') {
		const { impact } = log.view.configuration;
		const level = impact.levelOf(node.value);
		const scale = impact.levels.map(word => (word === level ? prose.bold(word) : prose.text(word))).join(' < ');
		const meaning =
			level === undefined
				? `Unknown level ${prose.code(node.value)}, treated as the worst.`
				: `Level ${impact.rankOf(level) + 1} of ${impact.levels.length}, from least to worst.`;
		return { text: prose.join([[scale], [meaning]]), range: node.range };
	}
	return undefined;
}

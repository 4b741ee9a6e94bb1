import { contains, type Range } from '../core/range.ts';
import { hasOwnKeys } from '../parse/dialects/dialect.ts';
import { dialectNamed, native } from '../parse/dialects/index.ts';
import { findFrontMatter } from '../parse/markdown/front-matter.ts';
import type { YamlCursor } from '../parse/model/data.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { cursorAt } from '../parse/yaml/cursor.ts';

export type { YamlCursor };

/** Returns what can be completed in a YAML file or in front matter. Undefined elsewhere, and for keys of another dialect. */
export function yamlCursorAt({ yaml, dialect, format, text }: LogDocument, offset: number): YamlCursor | undefined {
	const range = yaml?.range ?? yamlRange(format, text);
	if (hasOwnKeys(dialectNamed(dialect) ?? native) || !range || !contains(range, offset)) {
		return undefined;
	}
	return yaml ? yaml.cursorAt(offset) : cursorAt(text, range, undefined, offset);
}

/** The range of YAML without data, such as a first word or only comments. */
function yamlRange(format: LogDocument['format'], text: string): Range | undefined {
	if (format === 'markdown') {
		return findFrontMatter(text)?.range;
	}
	const byteOrderMark = text.startsWith('\ufeff') ? 1 : 0;
	return { start: byteOrderMark, end: text.length };
}

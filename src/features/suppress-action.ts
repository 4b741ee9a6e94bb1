import type { Finding } from '../core/finding.ts';
import { findFrontMatter } from '../parse/markdown/front-matter.ts';
import { isLeaf } from '../parse/model/block.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** A suppression comment to insert. The reason is `before` + reason + `after`. */
export interface SuppressionComment {
	readonly offset: number;
	readonly before: string;
	readonly after: string;
}

const KEY = /^\s*(?:-\s+)*(?:[\w.-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/;
const ITEM = /^\s*-(?:\s|$)/;
const BLOCK_SCALAR = /^[|>][+-]?\d?[+-]?$/;

/** The comment that suppresses a finding, on the line above its text, item or paragraph. */
export function suppressionOf({ code, range }: Finding, document: LogDocument): SuppressionComment {
	const { text, format, body } = document;
	const frontMatter = format === 'markdown' ? findFrontMatter(text)?.range : undefined;
	const isYaml = format === 'yaml' || (frontMatter !== undefined && range.start < frontMatter.end);
	if (isYaml) {
		const offset = yamlLine(text, Math.max(range.start, frontMatter?.start ?? 0), frontMatter?.start ?? 0);
		const indent = /^[ \t]*/.exec(text.slice(offset))?.[0] ?? '';
		return { offset, before: `${indent}# incident-log-disable-next-line ${code} -- `, after: '\n' };
	}
	const block = [...(body?.blocks ?? [])].findLast(
		each => isLeaf(each) && each.range.start <= range.start && range.start <= each.range.end,
	);
	const row = block?.type === 'row';
	const offset = lineStart(text, row ? tableStart(text, block.range.start) : (block?.range.start ?? range.start));
	const indent = /^[ \t]*/.exec(text.slice(offset))?.[0] ?? '';
	return { offset, before: `${indent}<!-- incident-log-disable-next-line ${code} -- `, after: ' -->\n' };
}

/** The start of the line of the key or item that contains an offset: a comment cannot be in a text of several lines. */
function yamlLine(text: string, offset: number, start: number): number {
	let line = lineStart(text, offset);
	let indent = indentAt(text, line);
	let found = isKeyOrItem(text, line) ? line : undefined;
	for (let above = line; above > start; ) {
		above = lineStart(text, above - 1);
		const content = lineAt(text, above);
		if (content.trim() === '' || indentAt(text, above) >= indent) {
			continue;
		}
		if (beginsBlockScalar(content)) {
			return above;
		}
		found ??= isKeyOrItem(text, above) ? above : undefined;
		line = above;
		indent = indentAt(text, line);
	}
	return found ?? lineStart(text, offset);
}

function isKeyOrItem(text: string, line: number): boolean {
	const content = lineAt(text, line);
	return KEY.test(content) || ITEM.test(content);
}

function tableStart(text: string, offset: number): number {
	let line = lineStart(text, offset);
	while (line > 0 && lineAt(text, lineStart(text, line - 1)).includes('|')) {
		line = lineStart(text, line - 1);
	}
	return line;
}

function lineStart(text: string, offset: number): number {
	// `lastIndexOf` reads a negative index as 0.
	return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineAt(text: string, start: number): string {
	const end = text.indexOf('\n', start);
	return text.slice(start, end < 0 ? text.length : end);
}

function indentAt(text: string, start: number): number {
	return /^ */.exec(lineAt(text, start))?.[0].length ?? 0;
}

/** Whether the value of a line is the header of a text of several lines: `summary: |`. */
function beginsBlockScalar(content: string): boolean {
	const [code = ''] = content.split(' #', 1);
	const value = code.slice(code.lastIndexOf(': ') + 2).trim();
	return code.includes(': ') && BLOCK_SCALAR.test(value);
}

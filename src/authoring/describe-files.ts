import { counted } from '../core/counted.ts';
import { mostCommon } from '../core/most-common.ts';
import { detectDialect } from '../parse/dialects/detection.ts';
import { dialects } from '../parse/dialects/index.ts';

/** UTF-16 units of a file in which labels are looked for. */
const HEAD_LENGTH = 2000;

/** What files without records are. */
export interface DescribedFiles {
	/** Number of files. */
	readonly total: number;
	/** "only 3 files of 4 begin with `Title:` and `Date:` lines", "and no YAML or Markdown file". */
	readonly only: string;
	/** Number of files that begin with the same two labels as most others that begin with labels. */
	readonly form: number;
	/** The name of the dialect of most of them. */
	readonly dialect: string | undefined;
}

/** The message of a proposal for files without a record. */
export function describeNoRecord(files: ReadonlyMap<string, string>): string {
	return `No record found, ${describeFiles(files).only}. Expected Markdown or YAML files that state when an incident began, how severe it was, or what happened when.`;
}

/** Describes files by their dialect or by the labels that most of them begin with. `files`: texts by URI. */
export function describeFiles(files: ReadonlyMap<string, string>): DescribedFiles {
	const texts = [...files.values()];
	const total = texts.length;
	if (total === 0) {
		return { total, only: 'and no YAML or Markdown file', form: 0, dialect: undefined };
	}
	const head = mostCommon(texts.flatMap(text => headOf(text.slice(0, HEAD_LENGTH)) ?? []));
	const dialect = mostCommon(texts.flatMap(text => detectDialect(dialects, text) ?? []));
	if (dialect && dialect.count * 2 >= total) {
		const { title, name } = dialect.value;
		const only = `only ${counted(dialect.count, 'file')} of ${total} in the form of ${title}`;
		return { total, only, form: dialect.count, dialect: name };
	}
	const seen =
		head === undefined
			? counted(total, 'YAML or Markdown file')
			: `${counted(head.count, 'file')} of ${total} ${head.count === 1 ? 'begins' : 'begin'} with ${head.value}`;
	return { total, only: `only ${seen}`, form: head?.count ?? 0, dialect: undefined };
}

const LABEL = /^(?:[-*>][ \t])?(?:\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,30})(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]|$)/u;

/** The first two labels of a head, as in "`Title:` and `Date:` lines"; undefined without two. */
function headOf(text: string): string | undefined {
	const lines = text.split(/\r?\n/u);
	if (/^-[ \t]+[\w-]+:/u.test(lines.find(line => line.trim() !== '' && !line.startsWith('#')) ?? '')) {
		return 'a list of records; a file contains one record';
	}
	const isFrontMatter = lines[0] === '---';
	const labels = lines.slice(isFrontMatter ? 1 : 0, 20).flatMap(line => LABEL.exec(line)?.[1] ?? []);
	const [first, second] = labels;
	return first === undefined || second === undefined
		? undefined
		: isFrontMatter
			? `front matter that has \`${first}:\` and \`${second}:\``
			: `\`${first}:\` and \`${second}:\` lines`;
}

import type { Dialect } from '../dialect.ts';
import { markdownHead, PAGE_FIELDS } from './markdown-head.ts';

/** `Key: value` lines at the head of Markdown, as in Pelican (getpelican.com) and MultiMarkdown. */
export const keyValue: Dialect = {
	...markdownHead,
	name: 'key-value',
	title: 'Markdown with `Key: value` lines',
	headReaders: ['key-value'],
	fields: PAGE_FIELDS,
};

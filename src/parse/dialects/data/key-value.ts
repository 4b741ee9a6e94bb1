import type { Dialect } from '../dialect.ts';
import { markdownHead } from './markdown-head.ts';

/** `Key: value` lines at the head of Markdown, as Pelican (getpelican.com) and MultiMarkdown have them. */
export const keyValue: Dialect = { ...markdownHead, name: 'key-value', title: 'Key: value heads' };

import type { Dialect } from '../dialect.ts';
import { markdownHead } from './markdown-head.ts';

/** Reports whose first heading is a day and a title, with sections below (as those of mybinder.org). */
export const mybinder: Dialect = { ...markdownHead, name: 'mybinder', title: 'reports with a dated heading' };

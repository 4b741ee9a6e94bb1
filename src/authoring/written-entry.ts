import type { BulletinEntry } from '../parse/model/document.ts';

/** An entry that a bulletin's author wrote by hand. */
export type WrittenEntry = Extract<BulletinEntry, { form: 'written' }>;

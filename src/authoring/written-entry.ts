import type { BulletinEntry } from '../parse/model/document.ts';

/** An entry with its own text in a bulletin, as opposed to a link to a record. */
export type WrittenEntry = Extract<BulletinEntry, { form: 'written' }>;

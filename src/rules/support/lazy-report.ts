import type { Level } from '../../core/finding.ts';
import type { Range } from '../../core/range.ts';
import type { Report } from '../rule.ts';

type Content = Pick<Report, 'message' | 'fixes' | 'related' | 'data'>;

/**
 * A report that computes its message and fixes on first access. The search for similar names is the most expensive part of
 * a rule, and reports beyond the limit of listed findings need no message.
 */
export class LazyReport implements Report {
	readonly range: Range;
	readonly level?: Level;
	readonly #describe: () => Content;
	#content: Content | undefined;

	constructor(range: Range, describe: () => Content, level?: Level) {
		this.range = range;
		this.#describe = describe;
		if (level !== undefined) {
			this.level = level;
		}
	}

	get message(): string {
		return this.#read().message;
	}

	get fixes(): NonNullable<Report['fixes']> {
		return this.#read().fixes ?? [];
	}

	get related(): NonNullable<Report['related']> {
		return this.#read().related ?? [];
	}

	get data(): NonNullable<Report['data']> | undefined {
		return this.#read().data;
	}

	#read(): Content {
		this.#content ??= this.#describe();
		return this.#content;
	}
}

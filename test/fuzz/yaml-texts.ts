import type { Random } from './random.ts';

const KEYS = ['a', 'b', 'id', 'title', 'started_at', 'two words', 'x-1', '2024', 'null', '__proto__', 'é'];
const SCALARS = [
	...['x', 'two words', '1', '+5', '1.5', '.5', '1e3', '1e999', 'null', '~', 'True', 'no', 'NaN', '0', '007', '+0'],
	...[
		'2024-08-26',
		'12:30',
		'2024-08-26T05:30:00-04:00',
		'http://a.b/c#d',
		'x:y',
		'x#y',
		'x, y',
		'(x)',
		'/x',
		'a]b',
		'$x',
	],
	...['"q"', "'q'", '""', "''", '"a: b # c"', "'[x'", 'é ü', '日本', '😀', '<x>', '\\x', '^', '='],
];
const UNUSUAL_SCALARS = [
	...['?', '*a', '&a x', '!!str x', '- x', '@x', '`x`', '%x', 'a: b', 'x:', '|+', '>', '>-', '| # c', '"a" b', '0x1F'],
	...['0o7', '-1', '-0', '.nan', '-.inf', "'it''s'", '"a\\n"', '[', '{', '[a]b', '}'],
];
const FLOW_SCALARS = ['x', 'two words', '1', '"q"', "'a, b'", '12:30', 'true', 'é', '~', '/x', 'a.b'];
const UNUSUAL_FLOW_SCALARS = ['', '*a', 'x #y', 'a: b', 'a:', '-', '-1', '"a" b', '# c', '?', ','];
const INSERTED = [
	...[
		' ',
		'\n',
		':',
		': ',
		'#',
		' #',
		'-',
		'- ',
		'"',
		"'",
		'[',
		']',
		'{',
		'}',
		',',
		'|',
		'>',
		'&a',
		'*',
		'\t',
		'\r',
		'  ',
	],
	...['\u00a0', '\u2028', '\ufeff', '\u0085', '\u0002', '---\n', '...\n', '0', '.', '~', '?', '!', '%', '\\'],
];
const MAX_DEPTH = 4;
/** The chance of an unusual scalar: low, so that most texts are plain. */
const UNUSUAL = 0.02;

/** Draws texts of YAML: most are valid, with all kinds of layout and comments; some have a few random edits. */
export class YamlTexts {
	readonly #random: Random;

	constructor(random: Random) {
		this.#random = random;
	}

	next(): string {
		let text = this.#between('') + this.#mapping('', 0, '') + this.#between('');
		for (let edits = this.#random.below(6) - 3; edits > 0; edits--) {
			text = this.#edited(text);
		}
		return text;
	}

	/** `first`: the text before the first key, which may be on the line of a dash. */
	#mapping(indent: string, depth: number, first: string): string {
		const keys = this.#keys();
		return keys
			.map((key, i) => `${i === 0 ? first : this.#between(indent) + indent}${key}:${this.#value(indent, depth)}`)
			.join('');
	}

	/** One to four keys, rarely with a duplicate. */
	#keys(): string[] {
		const keys = Array.from({ length: 1 + this.#random.below(4) }, () => this.#random.pick(KEYS));
		return this.#random.chance(0.02) ? keys : [...new Set(keys)];
	}

	/** The text after the colon of a key, with the line break. */
	#value(indent: string, depth: number): string {
		const inner = indent + this.#random.pick([' ', '  ', '    ']);
		const form = depth < MAX_DEPTH ? this.#random.below(9) : this.#random.below(6);
		switch (form) {
			case 0:
				return `${this.#comment()}\n`;
			case 1:
				return ` ${this.#flow(0)}${this.#comment()}\n`;
			case 2:
				return ` ${this.#literal(indent)}`;
			case 6:
			case 7:
				return `${this.#comment()}\n${this.#between(inner)}${this.#mapping(inner, depth + 1, inner)}`;
			case 8: {
				const column = this.#random.pick([indent, inner]);
				return `${this.#comment()}\n${this.#between(column)}${this.#sequence(column, depth + 1)}`;
			}
			default:
				return `${this.#random.pick([' ', ' ', '  '])}${this.#scalar()}${this.#comment()}\n`;
		}
	}

	#sequence(indent: string, depth: number): string {
		return Array.from({ length: 1 + this.#random.below(4) }, (_, i) => {
			const spaces = this.#random.pick([' ', ' ', '   ']);
			const item = this.#random.chance(depth < MAX_DEPTH ? 0.4 : 0)
				? this.#mapping(`${indent} ${spaces}`, depth + 1, '')
				: this.#random.chance(0.1)
					? this.#literal(indent)
					: `${this.#random.pick([this.#scalar(), this.#flow(0)])}${this.#comment()}\n`;
			return `${i > 0 ? this.#between(indent) : ''}${indent}-${spaces}${item}`;
		}).join('');
	}

	#literal(indent: string): string {
		const inner = indent + this.#random.pick([' ', '  ', '    ']);
		const lines = Array.from({ length: 1 + this.#random.below(4) }, (_, i) =>
			i > 0 && this.#random.chance(0.2)
				? this.#random.pick(['', ' ', inner])
				: `${inner}${this.#random.pick(['', '', '  '])}${this.#scalar()}${this.#random.pick(['', '', ' '])}`,
		);
		return `${this.#random.pick(['|', '|-'])}\n${lines.join('\n')}\n`;
	}

	#flow(depth: number): string {
		if (depth > 2 || this.#random.chance(0.5)) {
			return this.#random.pick(this.#random.chance(UNUSUAL) ? UNUSUAL_FLOW_SCALARS : FLOW_SCALARS);
		}
		const space = this.#random.pick(['', ' ', '  ']);
		const items = Array.from({ length: this.#random.below(4) }, () => this.#flow(depth + 1));
		return this.#random.chance(0.5)
			? `[${space}${items.join(this.#random.pick([', ', ',', ' , ']))}${space}]`
			: `{${space}${items.map((item, i) => `${KEYS[i]}: ${item}`).join(', ')}${space}}`;
	}

	#scalar(): string {
		return this.#random.pick(this.#random.chance(UNUSUAL) ? UNUSUAL_SCALARS : SCALARS);
	}

	#comment(): string {
		return this.#random.chance(0.08) ? this.#random.pick([' # c', '  # c ', ' #', '  ']) : '';
	}

	/** Empty lines or comments between two lines. */
	#between(indent: string): string {
		return this.#random.chance(0.12)
			? this.#random.pick(['\n', `${indent}# c\n`, '# c\n', '  \n', '    # c\n', '\n\n'])
			: '';
	}

	#edited(text: string): string {
		const at = this.#random.below(text.length + 1);
		const lines = text.split('\n');
		const line = this.#random.below(lines.length);
		switch (this.#random.below(5)) {
			case 0:
				return text.slice(0, at) + text.slice(at + 1 + this.#random.below(3));
			case 1:
				return lines.with(line, `${this.#random.pick([' ', '  '])}${lines[line]}`).join('\n');
			case 2:
				return lines.with(line, `${lines[line]}`.replace(/^ {1,2}/, '')).join('\n');
			case 3:
				return lines.toSpliced(line, 1).join('\n');
			default:
				return text.slice(0, at) + this.#random.pick(INSERTED) + text.slice(at);
		}
	}
}

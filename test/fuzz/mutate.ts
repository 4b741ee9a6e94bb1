import type { Random } from './random.ts';

/** Syntax that readers look for, characters that may confuse them, and characters that no text should contain. */
const HOSTILE: readonly string[] = [
	...[
		'---\n',
		'...\n',
		'- ',
		'* ',
		'> ',
		'# ',
		': ',
		':',
		'{',
		'}',
		'[',
		']',
		'[[',
		']]',
		'(',
		')',
		'|',
		'||',
		'"',
		"'",
	],
	...[
		'`',
		'```\n',
		'~~~\n',
		'**',
		'&a ',
		'*a',
		'!!str ',
		'!',
		'%',
		'@',
		'\\',
		'?',
		',',
		'|\n  ',
		'>-\n',
		'<<: *a',
		'&amp;',
	],
	...[
		'<!-- ',
		' -->',
		'<script>',
		'</article>',
		'<![CDATA[',
		'](',
		'](javascript:x)',
		'{{< track "',
		'" >}}',
		'{}',
		'[]',
	],
	...[
		'null',
		'~',
		'true',
		'yes',
		'0x10',
		'1e999',
		'-0',
		'NaN',
		'12:30',
		'9'.repeat(30),
		'__proto__: ',
		'constructor: ',
	],
	...[
		'toString: 1\n',
		'hasOwnProperty',
		'{a: b}',
		'[1, [2, [3]]]',
		'? a\n: b\n',
		'<<<<<<< HEAD\n',
		'=======\n',
		'\t',
		' ',
	],
	...[
		'\0',
		'\u0001',
		'\u0007',
		'\u001b[31m',
		'\u007f',
		'\u0085',
		'\u00a0',
		'\u00ad',
		'\u2028',
		'\u2029',
		'\u200b',
		'\u202e',
	],
	...[
		'\ufeff',
		'\ufffd',
		'\ue000',
		'\ud800',
		'\udc00',
		'\ud83d',
		'😀',
		'é',
		'ﬁ',
		'İ',
		'ß',
		'é',
		'\r',
		'\n',
		'\r\n',
		'\n\n',
	],
	...[
		'2024-02-30',
		'0000-00-00',
		'2024-08-26T25:61',
		'2024-08-26T05:30:00-04:00',
		'24:00',
		'13:00am',
		'August 32',
		'EST',
	],
	...[
		'August 26: ',
		'* **August 26: x** (05:30EST): ',
		'last week’s bulletin',
		'the August 15 issue',
		'about 90 minutes',
	],
	...[
		'[[2024-08-15-queue]]',
		'2024-08-15-state-database',
		'id: ',
		'title: ',
		'impact: ',
		'started_at: ',
		'summary: |\n',
	],
	...[
		'references:\n  - id: ',
		'updates:\n  - { at: ',
		'timeline:\n',
		'severity: ',
		'status: ',
		'incident-log-disable ',
	],
	...[
		'<!-- incident: {',
		'<!-- incidents -->',
		'<!-- picture -->',
		'| Time | Event |\n|--|--|\n',
		'# incident-log-disable\n',
	],
];

/** Texts that are repeated, to expose readers that scan a run more than once. */
const RUNS: readonly string[] = [
	...[
		' ',
		'\t',
		'\n',
		'a',
		'-',
		'*',
		'#',
		'>',
		'[',
		'(',
		'{',
		'`',
		'"',
		"'",
		':',
		'|',
		'<',
		'&',
		'\\',
		'=',
		'.',
		'0',
		'\r',
	],
	...[
		'a ',
		'* ',
		'- ',
		'[[',
		'[a](',
		'<!--',
		'- - ',
		'a: ',
		'> ',
		'1. ',
		'&a ',
		'\\"',
		'| ',
		'{{<',
		'~ ',
		'\ud800',
		'😀',
	],
	...[
		'- a\n',
		'a: b\n',
		'# a\n',
		'[a]: b\n',
		'a\n\n',
		'05:30 ',
		'about ',
		'2024-08-26 ',
		'August 26 ',
		'[[a]] ',
		'x\r\n',
	],
];

type Mutation = (text: string, random: Random, other: () => string) => string;

function lines(change: (all: string[], at: number, random: Random) => void): Mutation {
	return (text, random) => {
		const all = text.split(/(?<=\n)/);
		change(all, random.below(all.length), random);
		return all.join('');
	};
}

function tokens(change: (all: string[], at: number, random: Random) => void): Mutation {
	return (text, random) => {
		const all = text.match(/\w+|\s+|[^\w\s]/g) ?? [];
		change(all, random.below(all.length), random);
		return all.join('');
	};
}

const duplicate = (all: string[], at: number) => void all.splice(at, 0, all[at] ?? '');
const remove = (all: string[], at: number, random: Random) => void all.splice(at, 1 + random.below(3));
const swap = (all: string[], at: number, random: Random) => {
	const other = random.below(all.length);
	[all[at], all[other]] = [all[other] ?? '', all[at] ?? ''];
};
const indent = (all: string[], at: number, random: Random) => {
	const by = random.pick(['', ' ', '  ', '   ', '    ', '\t', '      ']);
	for (let line = at; line <= at + random.below(4) && line < all.length; line++) {
		all[line] = by + (all[line] ?? '').trimStart();
	}
};

function insertion(piece: (random: Random) => string): Mutation {
	return (text, random) => {
		const at = random.below(text.length + 1);
		return text.slice(0, at) + piece(random) + text.slice(at + (random.chance(0.5) ? 0 : random.below(20)));
	};
}

const mutations: readonly Mutation[] = [
	lines(duplicate),
	lines(remove),
	lines(swap),
	lines(indent),
	lines(indent),
	tokens(duplicate),
	tokens(remove),
	tokens(swap),
	insertion(random => random.pick(HOSTILE)),
	insertion(random => random.pick(HOSTILE)),
	insertion(random => random.pick(HOSTILE)),
	insertion(random => Array.from({ length: 1 + random.below(6) }, () => random.pick(HOSTILE)).join('')),
	insertion(random => String.fromCharCode(random.below(2 ** 16))),
	// At the start or at the end.
	(text, random) => (random.chance(0.5) ? random.pick(HOSTILE) + text : text + random.pick(HOSTILE)),
	// A run of one text: mostly short, sometimes long enough to expose quadratic time.
	(text, random) => {
		const at = random.below(text.length + 1);
		const run = random.pick(RUNS).repeat(random.chance(0.05) ? 4000 : 1 + random.below(60));
		return text.slice(0, at) + run + text.slice(at);
	},
	// The head of one document with the tail of another.
	(text, random, other) => {
		const second = other();
		return text.slice(0, random.below(text.length)) + second.slice(random.below(second.length));
	},
	// A part of another document at a random position.
	(text, random, other) => {
		const second = other();
		const from = random.below(second.length);
		const at = random.below(text.length + 1);
		return text.slice(0, at) + second.slice(from, from + random.below(200)) + text.slice(at);
	},
	(text, random) => text.slice(0, random.below(text.length + 1)),
	(text, random) => text.slice(random.below(text.length)),
];

/** Applies a few mutations in turn. `other` gives the text of another document, for those that splice. */
export function mutate(text: string, random: Random, other: () => string): string {
	let mutated = text;
	for (let left = 1 + random.below(5); left > 0; left--) {
		mutated = random.pick(mutations)(mutated, random, other);
	}
	return mutated;
}

import { visibleCharacter } from '../../core/visible-text.ts';

/** An XML element: its name, attributes, and child elements or text. */
export interface XmlElement {
	readonly name: string;
	readonly attributes?: Readonly<Record<string, string | number>>;
	readonly children?: readonly XmlElement[];
	readonly text?: string;
}

/** Formats an XML document with one element per line. Its texts parse to the given ones, except for invalid characters. */
export function xmlDocument(root: XmlElement): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${[...lines(root, '')].join('\n')}\n`;
}

function* lines({ name, attributes = {}, children = [], text = '' }: XmlElement, indent: string): Iterable<string> {
	const start = [name, ...Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`)];
	if (children.length > 0) {
		yield `${indent}<${start.join(' ')}>`;
		for (const child of children) {
			yield* lines(child, `${indent}  `);
		}
		yield `${indent}</${name}>`;
	} else if (text !== '') {
		yield `${indent}<${start.join(' ')}>${escaped(text)}</${name}>`;
	} else {
		yield `${indent}<${start.join(' ')}/>`;
	}
}

/** Characters that XML 1.0 cannot contain, not even as references (section 2.2). */
const INVALID = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Delimiters, and line breaks, tabs and invisible characters, which a parser normalises or a viewer does not show. */
const REFERENCED = /[<>&"'\t\n\r\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

function escaped(text: string): string {
	return text
		.replace(INVALID, visibleCharacter)
		.replace(REFERENCED, character => ENTITIES[character] ?? `&#x${character.codePointAt(0)?.toString(16)};`);
}

const ENTITIES: Readonly<Record<string, string>> = {
	'<': '&lt;',
	'>': '&gt;',
	'&': '&amp;',
	'"': '&quot;',
	"'": '&apos;',
};

import { SaxesParser } from 'saxes';

export interface ReadElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly ReadElement[];
	readonly text: string;
}

interface OpenElement extends ReadElement {
	readonly children: ReadElement[];
	text: string;
}

/** Parses an XML document. Throws if it is not well-formed. */
export function readXml(document: string): ReadElement {
	const top: OpenElement = { name: '', attributes: {}, children: [], text: '' };
	const open = [top];
	const parser = new SaxesParser();
	parser.on('error', error => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element = { name, attributes, children: [], text: '' };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('text', text => {
		const element = open.at(-1);
		if (element) {
			element.text += text;
		}
	});
	parser.on('closetag', () => void open.pop());
	parser.write(document).close();
	const [root] = top.children;
	if (root === undefined) {
		throw new Error('no root element');
	}
	return root;
}

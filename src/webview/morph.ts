/** Whether an attribute is state of the reader and is kept: opened `details` stay open. */
const isReaderState = (element: Element, name: string) => name === 'open' && element.localName === 'details';

function morphAttributes(from: Element, to: Element): void {
	for (const { name } of [...from.attributes]) {
		if (!to.hasAttribute(name) && !isReaderState(from, name)) {
			from.removeAttribute(name);
		}
	}
	for (const { name, value } of to.attributes) {
		if (from.getAttribute(name) !== value && !isReaderState(from, name)) {
			from.setAttribute(name, value);
		}
	}
}

function alike(from: Node, to: Node): boolean {
	if (from instanceof Element && to instanceof Element) {
		return from.localName === to.localName && from.namespaceURI === to.namespaceURI && from.id === to.id;
	}
	return from.nodeType === to.nodeType;
}

function morphNode(from: Node, to: Node): void {
	if (from.isEqualNode(to)) {
		return;
	}
	if (from instanceof Element && to instanceof Element) {
		morphAttributes(from, to);
		morphChildren(from, to);
	} else {
		from.nodeValue = to.nodeValue;
	}
}

/**
 * Makes the children of `from` equal to those of `to` and reuses nodes where possible, so that the scroll
 * position, the focus and a selection stay where they are. Elements with an id are found wherever they moved to.
 * Children of `to` may move over.
 */
export function morphChildren(from: ParentNode & Node, to: ParentNode & Node): void {
	const byId = new Map<string, Element>();
	for (const child of from.children) {
		if (child.id !== '') {
			byId.set(child.id, child);
		}
	}
	let at: ChildNode | null = from.firstChild;
	for (const wanted of [...to.childNodes]) {
		const named = wanted instanceof Element && wanted.id !== '' ? byId.get(wanted.id) : undefined;
		if (named !== undefined && alike(named, wanted)) {
			if (named === at) {
				at = at.nextSibling;
			} else {
				from.insertBefore(named, at);
			}
			morphNode(named, wanted);
		} else if (at !== null && alike(at, wanted)) {
			const current = at;
			at = at.nextSibling;
			morphNode(current, wanted);
		} else {
			from.insertBefore(wanted, at);
		}
	}
	while (at !== null) {
		const next: ChildNode | null = at.nextSibling;
		at.remove();
		at = next;
	}
}

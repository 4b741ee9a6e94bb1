/** Whether an attribute is state of the reader and is kept: opened `details` stay open. */
const isReaderState = (element: Element, name: string) => name === 'open' && element.localName === 'details';

/** Makes the attributes of an element equal to those of another one, but for the state of the reader. */
export function copyAttributes(from: Element, to: Element): void {
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

function canReuse(from: Node, to: Node): boolean {
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
		copyAttributes(from, to);
		morphChildren(from, to);
	} else {
		from.nodeValue = to.nodeValue;
	}
}

/**
 * Makes the children of `from` equal to those of `to` and reuses nodes if possible, so that the scroll position, the focus
 * and a selection are kept. Elements with an id are reused at any position. Children of `to` can be moved to `from`.
 */
export function morphChildren(from: ParentNode & Node, to: ParentNode & Node): void {
	morphBetween(from, from.firstChild, null, to);
}

/** Like `morphChildren`, for the children of `from` that begin with `first` and end before `end`. */
export function morphBetween(
	from: ParentNode & Node,
	first: ChildNode | null,
	end: ChildNode | null,
	to: ParentNode & Node,
): void {
	const byId = new Map<string, Element>();
	for (let child = first; child !== null && child !== end; child = child.nextSibling) {
		if (child instanceof Element && child.id !== '') {
			byId.set(child.id, child);
		}
	}
	let current = first;
	for (const wanted of [...to.childNodes]) {
		const sameId = wanted instanceof Element && wanted.id !== '' ? byId.get(wanted.id) : undefined;
		if (sameId !== undefined && canReuse(sameId, wanted)) {
			if (sameId === current) {
				current = current.nextSibling;
			} else {
				from.insertBefore(sameId, current);
			}
			morphNode(sameId, wanted);
		} else if (current !== null && current !== end && canReuse(current, wanted)) {
			const reused = current;
			current = current.nextSibling;
			morphNode(reused, wanted);
		} else {
			from.insertBefore(wanted, current);
		}
	}
	while (current !== null && current !== end) {
		const next: ChildNode | null = current.nextSibling;
		current.remove();
		current = next;
	}
}

/** The position in a document from which a part of the page was rendered. */
export interface SourcePosition {
	/** URI of the document, relative to the base of the page. */
	readonly source: string;
	/** In UTF-16 code units. */
	readonly offset: number;
}

const WITH_SOURCE = '[data-uri][data-offset]';

/** Returns the source position of an element. */
export function sourcePositionOf(element: Element): SourcePosition | undefined {
	const source = element.getAttribute('data-uri');
	const offset = Number(element.getAttribute('data-offset') ?? Number.NaN);
	return source !== null && Number.isInteger(offset) ? { source, offset } : undefined;
}

/** Parts of the page with a source position, in page order. Boxes of the picture are not scroll targets. */
function scrollStops(page: Element): Element[] {
	return [...page.querySelectorAll(WITH_SOURCE)].filter(element => element.closest('svg') === null);
}

/** Returns the part at the top of the window, or undefined above the first one. */
export function stopAtTop(page: Element): Element | undefined {
	return scrollStops(page).findLast(element => element.getBoundingClientRect().top <= 1);
}

/** Returns the first visible part, which must not move when the page is drawn again. */
export function firstVisibleStop(page: Element): Element | undefined {
	return scrollStops(page).find(element => element.getBoundingClientRect().bottom > 0);
}

/**
 * Returns the vertical position of a source position on the page, in CSS pixels from the top of the HTML document: that of
 * its part, or of the last part before it. Undefined if the page has no part of the source document.
 */
export function scrollTopOf(page: Element, { source, offset }: SourcePosition): number | undefined {
	const stops = scrollStops(page);
	const ofDocument = stops.flatMap(element => {
		const position = sourcePositionOf(element);
		return position?.source === source ? [{ element, offset: position.offset }] : [];
	});
	const [first] = ofDocument;
	if (first === undefined) {
		return undefined;
	}
	let nearest = first;
	for (const stop of ofDocument) {
		if (stop.offset <= offset && (stop.offset >= nearest.offset || nearest.offset > offset)) {
			nearest = stop;
		}
	}
	// The heading above the first part has no source position.
	return nearest.element === stops[0] && nearest.offset >= offset
		? 0
		: window.scrollY + nearest.element.getBoundingClientRect().top;
}

/** A place in a source, in UTF-16 code units from the start of that document. */
export interface LocatedElement {
	/** Its URI, relative to the page's base. */
	readonly source: string;
	readonly offset: number;
}

const located = '[data-uri][data-offset]';

/** Returns the source of an element. */
export function placeOf(element: Element): LocatedElement | undefined {
	const source = element.getAttribute('data-uri');
	const offset = Number(element.getAttribute('data-offset') ?? Number.NaN);
	return source !== null && Number.isInteger(offset) ? { source, offset } : undefined;
}

/** Parts of the page that came from a source, in page order. Boxes of the picture are not scroll targets. */
function scrollStops(page: Element): Element[] {
	return [...page.querySelectorAll(located)].filter(element => element.closest('svg') === null);
}

/** Returns the part at the top of the window, or undefined above the first one. */
export function stopAtTop(page: Element): Element | undefined {
	return scrollStops(page).findLast(element => element.getBoundingClientRect().top <= 1);
}

/** Returns the first visible part: it must not move when the page is drawn again. */
export function firstVisibleStop(page: Element): Element | undefined {
	return scrollStops(page).find(element => element.getBoundingClientRect().bottom > 0);
}

/**
 * How far down the page a place is, in CSS pixels from the top of the document: at the part that came from it, or at the
 * last one before it. Undefined where the page has nothing of that document.
 */
export function topOf(page: Element, { source, offset }: LocatedElement): number | undefined {
	const stops = scrollStops(page);
	const ofDocument = stops.flatMap(element => {
		const place = placeOf(element);
		return place?.source === source ? [{ element, offset: place.offset }] : [];
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

/** A part of the time axis, in user units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The occupied parts of one lane. */
export class Lane {
	readonly #spans: Span[] = [];

	/** Whether a span touches no other, with a gap. */
	isFree({ start, end }: Span, gap: number): boolean {
		return this.#spans.every(other => other.end + gap <= start || end + gap <= other.start);
	}

	add(span: Span): void {
		this.#spans.push(span);
	}

	/** Returns the free part around a point, within limits. */
	freeAround(point: number, limits: Span, gap: number): Span {
		let { start, end } = limits;
		for (const span of this.#spans) {
			if (span.end <= point) {
				start = Math.max(start, span.end + gap);
			} else if (span.start >= point) {
				end = Math.min(end, span.start - gap);
			}
		}
		return { start, end };
	}

	/** The end of the last span. */
	get end(): number {
		return this.#spans.reduce((end, span) => Math.max(end, span.end), Number.NEGATIVE_INFINITY);
	}
}

/** Percent-decodes a part of a URI. A part that is not valid percent-encoding (a stray `%`) is returned unchanged. */
export function decodeUriPart(text: string): string {
	// Most names have nothing to decode, and the decoder of the engine takes ten times as long as this search.
	if (!text.includes('%')) {
		return text;
	}
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Percent-decodes a part of a URI. A part that is not valid percent-encoding (a stray `%`) is returned unchanged. */
export function decodeUriPart(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

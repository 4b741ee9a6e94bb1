import { SCHEME } from './link-target.ts';

/**
 * Returns a URI relative to the document at `base`: `../incidents/a.yaml`. A URI of another scheme or host is returned
 * unchanged. Compares text: all URIs of a log are normalised.
 */
export function relativeUri(base: string, uri: string): string {
	const from = split(base);
	const to = split(uri);
	if (from === undefined || to === undefined || from.origin !== to.origin) {
		return uri;
	}
	const file = to.segments.length - 1;
	let common = 0;
	while (common < from.segments.length - 1 && common < file && from.segments[common] === to.segments[common]) {
		common++;
	}
	const path = [
		...Array.from({ length: from.segments.length - 1 - common }, () => '..'),
		...to.segments.slice(common),
	].join('/');
	return path === '' || SCHEME.test(path) ? `./${path}` : path;
}

/** The inverse of `relativeUri`: returns the absolute URI. */
export function resolveUri(base: string, reference: string): string {
	const from = split(base);
	if (from === undefined || SCHEME.test(reference)) {
		return reference;
	}
	const segments = from.segments.slice(0, -1);
	for (const segment of reference.split('/')) {
		if (segment === '..') {
			segments.pop();
		} else if (segment !== '.') {
			segments.push(segment);
		}
	}
	return `${from.origin}/${segments.join('/')}`;
}

const HIERARCHICAL = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)\/(.*)$/is;

function split(uri: string): { origin: string; segments: string[] } | undefined {
	const match = HIERARCHICAL.exec(uri);
	return match === null ? undefined : { origin: match[1] ?? '', segments: (match[2] ?? '').split('/') };
}

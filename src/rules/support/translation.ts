import type { Definition } from '../../core/definition.ts';

/** Returns true if two paths differ only in a language code: `en/x.yaml` and `it/x.yaml`, `x.md` and `x.it.md`. */
export function isTranslation(one: Definition, other: Definition): boolean {
	return withoutLanguage(one.uri) === withoutLanguage(other.uri);
}

function withoutLanguage(uri: string): string {
	return uri
		.replace(/\/[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=\/)/g, '')
		.replace(/\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=\.[a-z]+$)/, '');
}

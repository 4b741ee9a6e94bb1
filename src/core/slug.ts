import { slug as githubSlug } from 'github-slugger';

/**
 * A text as it stands in an id: GitHub's rules for heading anchors (lower case, letters and digits of any script kept,
 * punctuation dropped, a hyphen for each space), with underscores and runs of hyphens as one hyphen and none at the ends.
 * Empty for a text without a letter or digit.
 */
export function slug(text: string): string {
	return githubSlug(text.normalize('NFC')).replace(/[-_]+/g, '-').replace(/^-|-$/g, '');
}

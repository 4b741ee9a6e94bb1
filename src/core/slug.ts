import { slug as githubSlug } from 'github-slugger';

/**
 * Returns the slug of a text, for ids: GitHub's rules for heading anchors (lower case, letters and digits of any script
 * kept, punctuation removed, a hyphen for each space), with underscores and runs of hyphens replaced by one hyphen and
 * hyphens at the ends removed. Empty for a text without a letter or digit.
 */
export function slug(text: string): string {
	return githubSlug(text.normalize('NFC')).replace(/[-_]+/g, '-').replace(/^-|-$/g, '');
}

import { stringify } from 'yaml';

/** Plain data as YAML on one line: text in quotes where it would be read as something else without. */
export function yamlText(value: unknown): string {
	return stringify(value, {
		lineWidth: 0,
		collectionStyle: 'flow',
		defaultStringType: 'PLAIN',
		blockQuote: false,
	}).trim();
}

import { stringify } from 'yaml';

/** Formats plain data as YAML on one line. Text that would be read as another type is quoted. */
export function yamlText(value: unknown): string {
	return stringify(value, {
		lineWidth: 0,
		collectionStyle: 'flow',
		defaultStringType: 'PLAIN',
		blockQuote: false,
	}).trim();
}

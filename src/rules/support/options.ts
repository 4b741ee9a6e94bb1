/** A rule's option as a list of texts; empty where the configuration has something else (which the schema reports). */
export function textsOption(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

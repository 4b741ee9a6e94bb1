/** The part of a help text that shows uses of a command, one per line. */
export function examples(...lines: readonly string[]): string {
	return ['\nExamples:', ...lines.map(line => `  ${line}`)].join('\n');
}

/**
 * Returns a multi-line text without its first line break, its common indentation, and the tabs before the closing
 * backtick.
 */
export function dedent(strings: TemplateStringsArray): string {
	const lines = strings.join('').replace(/^\n/, '').split('\n');
	const indents = lines.filter(line => line.trim() !== '').map(line => /^\t*/.exec(line)?.[0].length ?? 0);
	const shared = Math.min(...indents);
	return lines.map(line => (line.trim() === '' ? '' : line.slice(shared))).join('\n');
}

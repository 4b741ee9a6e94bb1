/**
 * A text of several lines that stands indented in the source of a rule: the first line break, the tabs that all lines
 * share and what stands before the closing backtick are left out.
 */
export function dedent(strings: TemplateStringsArray): string {
	const lines = strings.join('').replace(/^\n/, '').split('\n');
	const indents = lines.filter(line => line.trim() !== '').map(line => /^\t*/.exec(line)?.[0].length ?? 0);
	const shared = Math.min(...indents);
	return lines.map(line => (line.trim() === '' ? '' : line.slice(shared))).join('\n');
}

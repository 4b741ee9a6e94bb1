/** A workflow command as the runner of GitHub Actions reads it. */
export interface WorkflowCommand {
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly data: string;
}

/**
 * Reads the workflow commands in the output of a step, as the runner does (`ActionCommand` of actions/runner): a command
 * is a line that starts with `::`, up to the next `::`. Properties are split at commas, then at the first equals sign.
 */
export function readCommands(output: string): WorkflowCommand[] {
	return output.split(/\r\n|\r|\n/).flatMap(line => {
		const text = line.trimStart();
		const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
		if (end < 0) {
			return [];
		}
		const head = text.slice(2, end);
		const space = head.indexOf(' ');
		const pairs =
			space < 0
				? []
				: head
						.slice(space + 1)
						.trim()
						.split(',');
		const properties = pairs.flatMap(pair => {
			const equals = pair.indexOf('=');
			return equals > 0 && equals < pair.length - 1
				? [[pair.slice(0, equals), decode(pair.slice(equals + 1), ['%3A', '%2C'])] as const]
				: [];
		});
		return [
			{
				name: space < 0 ? head : head.slice(0, space),
				properties: Object.fromEntries(properties),
				data: decode(text.slice(end + 2), []),
			},
		];
	});
}

/** `%25` last, so that `%250A` is `%0A` and not a line feed. */
function decode(text: string, further: readonly string[]): string {
	return ['%0D', '%0A', ...further, '%25'].reduce(
		(result, code) => result.replaceAll(code, decodeURIComponent(code)),
		text,
	);
}

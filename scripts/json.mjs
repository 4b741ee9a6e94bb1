const WIDTH = 120;
const TAB = 2;

/** Formats JSON as Biome does: one object member per line, lists of scalars on one line if they fit. */
export function jsonText(value) {
	return `${print(value, 0, 0)}\n`;
}

/** `depth` is in tabs. `before` is the number of characters that precede the value on its line. */
function print(value, depth, before) {
	if (typeof value !== 'object' || value === null) {
		return JSON.stringify(value);
	}
	const inner = '\t'.repeat(depth + 1);
	const close = `\n${'\t'.repeat(depth)}`;
	if (!Array.isArray(value)) {
		const members = Object.entries(value).map(([key, member]) => {
			const name = `${JSON.stringify(key)}: `;
			return `${inner}${name}${print(member, depth + 1, name.length + 1)}`;
		});
		return members.length === 0 ? '{}' : `{\n${members.join(',\n')}${close}}`;
	}
	const items = value.map(item => print(item, depth + 1, 1));
	const line = `[${items.join(', ')}]`;
	if (!line.includes('\n') && depth * TAB + before + line.length <= WIDTH) {
		return line;
	}
	return `[\n${items.map(item => inner + item).join(',\n')}${close}]`;
}

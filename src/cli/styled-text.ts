import { visibleText } from '../core/visible-text.ts';

/** What can be printed. Plain text is escaped when it becomes part of a `StyledText`, or when it is printed. */
export type Text = string | StyledText;

/**
 * Text with control sequences of this program in it, and with no others: whatever comes from a file, from a file name or
 * from the command line is escaped on its way in. There is no other way to print a control sequence.
 */
export class StyledText {
	readonly #plain: string;
	readonly #terminal: string;

	private constructor(plain: string, terminal: string) {
		this.#plain = plain;
		this.#terminal = terminal;
	}

	/** Moves to the beginning of the line and erases it (ECMA-48, section 8.3.41). */
	static readonly ERASED_LINE = new StyledText('', '\r\u001b[K');

	static join(texts: readonly Text[], separator = ''): StyledText {
		const all = texts.map(StyledText.#of);
		const between = visibleText(separator);
		return new StyledText(all.map(text => text.#plain).join(between), all.map(text => text.#terminal).join(between));
	}

	/** Text between two SGR parameters (ECMA-48, section 8.3.117). */
	static colored(on: number, off: number, text: Text): StyledText {
		const inner = StyledText.#of(text);
		return new StyledText(inner.#plain, `\u001b[${on}m${inner.#terminal}\u001b[${off}m`);
	}

	static #of(text: Text): StyledText {
		if (text instanceof StyledText) {
			return text;
		}
		const visible = visibleText(text);
		return new StyledText(visible, visible);
	}

	/** What a terminal is sent. */
	static forTerminal(text: Text): string {
		return StyledText.#of(text).#terminal;
	}

	/** Without styles: a template literal in the place of `styled` loses color, and lets nothing through. */
	toString(): string {
		return this.#plain;
	}
}

/** A template whose values may be styled. */
export function styled(strings: TemplateStringsArray, ...values: readonly Text[]): StyledText {
	return StyledText.join(strings.flatMap((string, index) => [string, values[index] ?? '']));
}

import { visibleText } from '../core/visible-text.ts';

/** Printable text. A string is escaped when it becomes part of a `StyledText` or is printed. */
export type Text = string | StyledText;

/**
 * Text with control sequences of this program only: strings from files, file names and arguments are escaped when they
 * are added. Commands cannot print a control sequence in another way.
 */
export class StyledText {
	readonly #plain: string;
	readonly #terminal: string;

	private constructor(plain: string, terminal: string) {
		this.#plain = plain;
		this.#terminal = terminal;
	}

	/** Moves to the start of the line and erases it (ECMA-48, section 8.3.41). */
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

	/** Text that terminals link to an address of this program (OSC 8). The address has no invisible characters. */
	static linked(url: string, text: Text): StyledText {
		const inner = StyledText.#of(text);
		const address = visibleText(url);
		return new StyledText(inner.#plain, `\u001b]8;;${address}\u001b\\${inner.#terminal}\u001b]8;;\u001b\\`);
	}

	static #of(text: Text): StyledText {
		if (text instanceof StyledText) {
			return text;
		}
		const visible = visibleText(text);
		return new StyledText(visible, visible);
	}

	/** Returns the text with its control sequences. */
	static forTerminal(text: Text): string {
		return StyledText.#of(text).#terminal;
	}

	/** Returns the text without styles, so that a plain template literal loses colour but remains safe. */
	toString(): string {
		return this.#plain;
	}
}

/** Template tag for text with styled values. */
export function styled(strings: TemplateStringsArray, ...values: readonly Text[]): StyledText {
	return StyledText.join(strings.flatMap((string, index) => [string, values[index] ?? '']));
}

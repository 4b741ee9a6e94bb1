import type { ToolbarCommand, ToPage } from './messages.ts';

type Status = Extract<ToPage, { type: 'toolbar' }>;

interface Button {
	readonly command: ToolbarCommand;
	readonly text: string;
	/** Where the text is a sign. */
	readonly label?: string;
}

const WEEKS: readonly Button[] = [
	{ command: 'previous-week', text: '←', label: 'Week before' },
	{ command: 'this-week', text: 'This week', label: 'Week of the open file' },
	{ command: 'next-week', text: '→', label: 'Week after' },
	{ command: 'lock', text: 'Lock', label: 'Stay on this page' },
];
const EXPORTS: readonly Button[] = [
	{ command: 'copy-html', text: 'Copy as HTML' },
	{ command: 'save', text: 'Save as…' },
	{ command: 'open', text: 'Open in Browser' },
];

/** The toolbar above the page: its weeks, what prevents publication, and exports of the published page. */
export class Toolbar {
	readonly element = document.createElement('div');
	readonly #status = document.createElement('button');
	readonly #lock: HTMLButtonElement | undefined;

	/** `run` is called with the command of a clicked button. */
	constructor(run: (command: ToolbarCommand) => void) {
		const buttons = new Map(
			[...WEEKS, ...EXPORTS].map(({ command, text, label }) => {
				const button = document.createElement('button');
				button.type = 'button';
				button.textContent = text;
				if (label !== undefined) {
					button.title = label;
					button.setAttribute('aria-label', label);
				}
				button.addEventListener('click', () => run(command));
				return [command, button] as const;
			}),
		);
		const group = (name: string, commands: readonly Button[]) => {
			const element = document.createElement('div');
			element.setAttribute('role', 'group');
			element.setAttribute('aria-label', name);
			element.append(...commands.flatMap(({ command }) => buttons.get(command) ?? []));
			return element;
		};
		this.#lock = buttons.get('lock');
		this.#status.type = 'button';
		this.#status.className = 'status';
		this.#status.setAttribute('aria-live', 'polite');
		this.#status.addEventListener('click', openChecklist);
		this.element.className = 'toolbar';
		this.element.hidden = true;
		this.element.setAttribute('role', 'toolbar');
		this.element.setAttribute('aria-label', 'Page');
		this.element.append(group('Week', WEEKS), this.#status, group('Published page', EXPORTS));
		this.element.addEventListener('keydown', event => this.#moveFocus(event));
		this.#setTabStop(this.#buttons()[0]);
	}

	show({ errors, warnings, isLocked }: Status): void {
		this.element.hidden = false;
		this.#lock?.setAttribute('aria-pressed', String(isLocked));
		const counts = [countOf(errors, 'error'), countOf(warnings, 'warning')].filter(text => text !== undefined);
		this.#status.textContent = counts.length === 0 ? 'Ready to publish ✓' : `${counts.join(', ')} to resolve`;
		this.#status.dataset['level'] = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
	}

	hide(): void {
		this.element.hidden = true;
	}

	#buttons(): HTMLButtonElement[] {
		return [...this.element.querySelectorAll('button')];
	}

	/** A toolbar is one stop of the Tab key; the arrow keys move in it. */
	#moveFocus(event: KeyboardEvent): void {
		const buttons = this.#buttons();
		const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
		const steps: Readonly<Record<string, number>> = {
			ArrowRight: at + 1,
			ArrowLeft: at - 1,
			Home: 0,
			End: buttons.length - 1,
		};
		const next = steps[event.key];
		const button = next === undefined ? undefined : buttons[(next + buttons.length) % buttons.length];
		if (at >= 0 && button !== undefined) {
			event.preventDefault();
			this.#setTabStop(button);
			button.focus();
		}
	}

	#setTabStop(stop: HTMLButtonElement | undefined): void {
		for (const button of this.#buttons()) {
			button.tabIndex = button === stop ? 0 : -1;
		}
	}
}

function countOf(count: number, noun: string): string | undefined {
	return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function openChecklist(): void {
	const checklist = document.querySelector<HTMLDetailsElement>('.il-checklist details');
	if (checklist !== null) {
		checklist.open = true;
		checklist.scrollIntoView({ block: 'nearest' });
		checklist.querySelector('summary')?.focus({ preventScroll: true });
	}
}

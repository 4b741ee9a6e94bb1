import { type FromPage, type PageState, readPageState, type ToPage } from './messages.ts';
import { PageParts, UnfitChanges } from './page-parts.ts';
import { firstVisibleStop, scrollTopOf, sourcePositionOf, stopAtTop } from './source-positions.ts';
import { Toolbar } from './toolbar.ts';

/** Provided by VS Code in every webview. */
declare function acquireVsCodeApi(): {
	postMessage(message: FromPage): void;
	getState(): unknown;
	setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const page = document.createElement('main');
const toolbar = new Toolbar(command => vscode.postMessage({ type: 'command', command }));
document.body.append(toolbar.element, page);
const parts = new PageParts(page, makeReachable);

let state: PageState | undefined = readPageState(vscode.getState());
/** The state to restore when the page is first drawn after a reload. */
let restoring = state;
/** Scroll position set by the editor: it is not reported back. */
let scrollToIgnore: number | undefined;

function storeState(changes: Partial<PageState>): void {
	if (state !== undefined) {
		state = { ...state, ...changes };
		vscode.setState(state);
	}
}

function scrollTo(top: number): void {
	scrollToIgnore = Math.round(top);
	window.scrollTo({ top, behavior: 'instant' });
	scrollToIgnore = Math.round(window.scrollY);
}

function showPage({ uri, key, source, ...shown }: Extract<ToPage, { type: 'page' }>): void {
	const sameWeek = state?.key === key && restoring === undefined;
	// At the top, a list of findings that appears above the heading must be visible.
	const anchor = sameWeek && window.scrollY > 0 ? firstVisibleStop(page) : undefined;
	const before = anchor?.getBoundingClientRect().top ?? 0;

	page.className = '';
	if (!show(shown, source)) {
		return;
	}

	state = { uri, key, scrollY: window.scrollY };
	if (restoring !== undefined) {
		scrollTo(restoring.key === key ? restoring.scrollY : 0);
		restoring = undefined;
	} else if (!sameWeek) {
		scrollTo(0);
	} else if (anchor?.isConnected) {
		const moved = anchor.getBoundingClientRect().top - before;
		if (moved !== 0) {
			scrollTo(window.scrollY + moved);
		}
	}
	storeState({ scrollY: window.scrollY });
}

/** Shows a page or its changes. If the changes do not fit to what is shown, requests the whole page and returns false. */
function show(
	{ parts: all, changes = [] }: Pick<Extract<ToPage, { type: 'page' }>, 'parts' | 'changes'>,
	source: string,
) {
	try {
		if (all === undefined) {
			parts.apply(changes, source);
		} else {
			parts.show(all);
		}
		return true;
	} catch (error) {
		if (!(error instanceof UnfitChanges)) {
			throw error;
		}
		vscode.postMessage({ type: 'ready' });
		return false;
	}
}

function showEmpty(heading: string, text: string): void {
	const title = document.createElement('h1');
	title.textContent = heading;
	const paragraphs = text.split('\n').map(line => {
		const paragraph = document.createElement('p');
		paragraph.textContent = line;
		return paragraph;
	});
	toolbar.hide();
	page.className = 'empty';
	parts.replace(title, ...paragraphs);
}

function receive(message: ToPage): void {
	switch (message.type) {
		case 'page':
			showPage(message);
			break;
		case 'toolbar':
			toolbar.show(message);
			break;
		case 'empty':
			showEmpty(message.heading, message.text);
			break;
		case 'scroll': {
			const top = scrollTopOf(page, message);
			if (top !== undefined) {
				scrollTo(top);
			}
			break;
		}
	}
}

/** Elements that open a source and are not HTML links. */
const unlinked = 'span.il-reference, g.il-item, .il-checklist li';
/** Elements with single-click navigation. In prose a double click is needed, as in VS Code's Markdown preview. */
const oneClick = '.il-item, .il-entry, .il-reference, .il-checklist, .il-twin';

/** Makes these elements reachable by keyboard. */
function makeReachable(content: DocumentFragment): void {
	for (const element of content.querySelectorAll(`:is(${unlinked})[data-uri][data-offset]`)) {
		element.setAttribute('tabindex', '0');
		element.setAttribute('role', 'link');
	}
}

function pressKey(event: KeyboardEvent): void {
	if (event.key === 'Enter' && event.target instanceof Element && event.target.matches('[role=link]')) {
		event.target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
	}
}

/**
 * Opens the source of the clicked box or entry, or the clicked link, for the innermost element. VS Code does not follow
 * links in an SVG or to other files of the log.
 */
function click(event: MouseEvent): void {
	const target = event.target instanceof Element ? event.target.closest('button, [data-uri][data-offset], a') : null;
	if (target === null || event.defaultPrevented || event.button !== 0) {
		return;
	}
	if (toolbar.element.contains(target)) {
		return;
	}
	if (target.localName === 'button') {
		if (target.getAttribute('data-action') === 'set-time-zone') {
			vscode.postMessage({ type: 'set-time-zone' });
		}
		return;
	}
	const position = sourcePositionOf(target);
	const isLink = target.localName === 'a';
	if (!isLink && target.closest(oneClick) === null && event.detail !== 2) {
		return;
	}
	// The end of a text selection is not a click.
	if (!isLink && event.detail < 2 && window.getSelection()?.isCollapsed === false) {
		return;
	}
	event.preventDefault();
	event.stopPropagation();
	const href = target.getAttribute('href') ?? '';
	if (position !== undefined) {
		vscode.postMessage({ type: 'reveal', ...position });
	} else if (href.startsWith('#')) {
		document.getElementById(fragmentOf(href))?.scrollIntoView();
	} else if (href !== '') {
		vscode.postMessage({ type: 'link', href });
	}
}

/** Decodes the fragment of a link. Returns it unchanged if its percent-encoding is invalid. */
function fragmentOf(href: string): string {
	const written = href.slice(1);
	try {
		return decodeURIComponent(written);
	} catch {
		return written;
	}
}

let scrolling = false;
function scrolled(): void {
	if (scrolling) {
		return;
	}
	scrolling = true;
	requestAnimationFrame(() => {
		scrolling = false;
		storeState({ scrollY: window.scrollY });
		const isEcho = scrollToIgnore === Math.round(window.scrollY);
		scrollToIgnore = undefined;
		const stop = isEcho ? undefined : stopAtTop(page);
		const position = stop === undefined ? undefined : sourcePositionOf(stop);
		if (position !== undefined) {
			vscode.postMessage({ type: 'scrolled', ...position });
		}
	});
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => receive(event.data));
document.addEventListener('click', click, true);
document.addEventListener('keydown', pressKey);
window.addEventListener('scroll', scrolled, { passive: true });
vscode.postMessage({ type: 'ready' });

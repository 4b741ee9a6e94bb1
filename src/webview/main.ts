import { type FromPage, type PageState, readPageState, type ToPage } from './messages.ts';
import { morphChildren } from './morph.ts';
import { firstVisibleStop, placeOf, stopAtTop, topOf } from './places.ts';

/** What VS Code puts into every webview. */
declare function acquireVsCodeApi(): {
	postMessage(message: FromPage): void;
	getState(): unknown;
	setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const page = document.createElement('main');
document.body.append(page);

let state: PageState | undefined = readPageState(vscode.getState());
/** Where the window should be while the page is drawn for the first time after a reload. */
let restoring = state;
/** A scroll that was asked for by the editor is not told back to it. */
let scrollToIgnore: number | undefined;

function keep(changes: Partial<PageState>): void {
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

function showPage({ uri, key, html }: Extract<ToPage, { type: 'page' }>): void {
	const sameWeek = state?.key === key && restoring === undefined;
	const anchor = sameWeek ? firstVisibleStop(page) : undefined;
	const before = anchor?.getBoundingClientRect().top ?? 0;

	const template = document.createElement('template');
	template.innerHTML = html;
	makeReachable(template.content);
	page.className = '';
	morphChildren(page, template.content);

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
	keep({ scrollY: window.scrollY });
}

function showEmpty(heading: string, text: string): void {
	const title = document.createElement('h1');
	title.textContent = heading;
	const paragraphs = text.split('\n').map(line => {
		const paragraph = document.createElement('p');
		paragraph.textContent = line;
		return paragraph;
	});
	page.className = 'empty';
	page.replaceChildren(title, ...paragraphs);
}

function receive(message: ToPage): void {
	switch (message.type) {
		case 'page':
			showPage(message);
			break;
		case 'empty':
			showEmpty(message.heading, message.text);
			break;
		case 'scroll': {
			const top = topOf(page, message);
			if (top !== undefined) {
				scrollTo(top);
			}
			break;
		}
	}
}

/** What leads to a source and is no link by itself. */
const unlinked = 'span.il-reference, g.il-item, .il-checklist li';
/** Where one click goes to the source. In the author's own prose it takes two, as in VS Code's preview of Markdown. */
const oneClick = '.il-item, .il-entry, .il-reference, .il-checklist, .il-twin';

/** The keyboard must get there as well. */
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
 * A click goes to the source of the box or entry that it fell on, or along the link, whichever is nearer. VS Code would
 * follow links by itself, but knows nothing of links in a picture or to other files of the log.
 */
function click(event: MouseEvent): void {
	const target = event.target instanceof Element ? event.target.closest('[data-uri][data-offset], a') : null;
	if (target === null || event.defaultPrevented || event.button !== 0) {
		return;
	}
	const place = placeOf(target);
	const isLink = target.localName === 'a';
	if (!isLink && target.closest(oneClick) === null && event.detail !== 2) {
		return;
	}
	// A click that ends the selecting of text is no click.
	if (!isLink && event.detail < 2 && window.getSelection()?.isCollapsed === false) {
		return;
	}
	event.preventDefault();
	event.stopPropagation();
	const href = target.getAttribute('href') ?? '';
	if (place !== undefined) {
		vscode.postMessage({ type: 'reveal', ...place });
	} else if (href.startsWith('#')) {
		document.getElementById(fragmentOf(href))?.scrollIntoView();
	} else if (href !== '') {
		vscode.postMessage({ type: 'link', href });
	}
}

/** What a fragment names. Text that is no valid percent-encoding names itself. */
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
		keep({ scrollY: window.scrollY });
		const asked = scrollToIgnore === Math.round(window.scrollY);
		scrollToIgnore = undefined;
		const stop = asked ? undefined : stopAtTop(page);
		const place = stop === undefined ? undefined : placeOf(stop);
		if (place !== undefined) {
			vscode.postMessage({ type: 'scrolled', ...place });
		}
	});
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => receive(event.data));
document.addEventListener('click', click, true);
document.addEventListener('keydown', pressKey);
window.addEventListener('scroll', scrolled, { passive: true });
vscode.postMessage({ type: 'ready' });

// A workbench as somebody sits before it: what is clicked, typed and seen.
import assert from 'node:assert/strict';
import { launchChromium } from '../scripts/chromium.mjs';
import { copyOfFixture } from '../scripts/suites.mjs';
import { workbenchUrl } from '../scripts/vscode.mjs';

const button = '.editor-actions a.action-label[aria-label^="Open Bulletin Preview"]';

export class Workbench {
	/** Opens a copy of a fixture folder in a browser window of its own. */
	static async open(server, fixture, { width = 1400, height = 900 } = {}) {
		const workspace = copyOfFixture(fixture);
		const browser = await launchChromium();
		const page = await browser.newPage({ viewport: { width, height } });
		page.setDefaultTimeout(30_000);
		const workbench = new Workbench(server, workspace, browser, page);
		await page.goto(workbenchUrl(server, workspace.folder));
		await page.locator('.monaco-workbench .explorer-viewlet').waitFor();
		return workbench;
	}

	constructor(server, workspace, browser, page) {
		this.page = page;
		this.folder = workspace.folder;
		/** What a browser complained of in the preview, and requests that left this machine. */
		this.complaints = [];
		this.close = async () => {
			await browser.close();
			workspace.remove();
		};
		page.on('console', message => {
			const text = message.text();
			const { url } = message.location();
			const policy = /Content Security Policy|Refused to|violates the following/i.test(text);
			const ours = url.includes('/incident-log.incident-log') || url.includes('webview.js');
			if ((policy && !url.includes('/static/out/')) || (message.type() === 'error' && ours)) {
				this.complaints.push(`${text} (${url})`);
			}
		});
		page.on('pageerror', error => {
			if (/webview\.js|extension\.cjs/.test(error.stack ?? '')) {
				this.complaints.push(error.stack);
			}
		});
		page.on('request', request => {
			const url = new URL(request.url());
			// VS Code's name for files of the extension, which its service worker answers itself.
			const resource = url.host.endsWith('.vscode-resource.vscode-cdn.net');
			if (/^(https?|wss?):$/.test(url.protocol) && url.host !== server.authority && !resource) {
				this.complaints.push(`a request to ${url.host}`);
			}
		});
	}

	/** The editor's title bar button, wherever it is shown. */
	get button() {
		return this.page.locator(button);
	}

	/** The document in the preview: a webview is an iframe of VS Code's own, and in it that of the extension's HTML. */
	get preview() {
		return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	/** Runs code in the preview. */
	inPreview(work, argument) {
		return this.preview.locator('body').evaluate(work, argument);
	}

	/** Opens a file by its name. */
	async openFile(name) {
		await this.page.keyboard.press('Control+p');
		const box = this.page.locator('.quick-input-widget input.input');
		await box.fill(name);
		await this.page
			.locator('.quick-input-list .monaco-list-row', { hasText: name.split('/').at(-1) })
			.first()
			.waitFor();
		await this.page.keyboard.press('Enter');
		await this.tab(name.split('/').at(-1)).waitFor();
	}

	async run(command) {
		await this.page.keyboard.press('F1');
		await this.page.locator('.quick-input-widget input.input').fill(`>${command}`);
		await this.page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
	}

	/** The selected tab with this name. */
	tab(name) {
		return this.page.locator('.tab.active', { hasText: name });
	}

	/** Puts the cursor behind a text of the active editor by searching for it, and leaves the editor focused. */
	async cursorBehind(text) {
		await this.page.keyboard.press('Control+f');
		const find = this.page.locator('.find-widget.visible textarea').first();
		await find.fill(text);
		await find.press('Enter');
		await find.press('Escape');
		await this.page.keyboard.press('ArrowRight');
	}

	/** "Ln 12, Col 3" in the status bar: where the cursor of the active editor is. */
	async cursor() {
		const text = await this.page.locator('#status\\.editor\\.selection').innerText();
		const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
		return { line: Number(line), column: Number(column) };
	}

	assertQuiet() {
		assert.deepEqual(this.complaints, []);
	}
}

/** Polls, since what is looked at here is drawn by three processes. */
export async function eventually(what, get) {
	let last;
	for (const end = Date.now() + 15_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 50))) {
		try {
			last = await get();
			if (last) {
				return last;
			}
		} catch (error) {
			last = error;
		}
	}
	assert.fail(`waited in vain for ${what}; last: ${last}`);
}

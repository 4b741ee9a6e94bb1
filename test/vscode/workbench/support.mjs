// A workbench as a user operates it: clicks, typing and visible text.
import assert from 'node:assert/strict';
import path from 'node:path';
import { launchChromium } from '../scripts/chromium.mjs';
import { filesOfPackage } from '../scripts/pack.mjs';
import { project } from '../scripts/paths.mjs';
import { copyOfFixture } from '../scripts/suites.mjs';
import { workbenchUrl } from '../scripts/vscode.mjs';

const button = '.editor-actions a.action-label[aria-label^="Open Bulletin Preview"]';

export class Workbench {
	/** Opens a copy of a fixture folder in a browser window of its own; `web`: with the extension in a web worker. */
	static async open(server, fixture, { web = false } = {}) {
		const workspace = copyOfFixture(fixture);
		const browser = await launchChromium();
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		page.setDefaultTimeout(120_000);
		const workbench = new Workbench(server, workspace, browser, page);
		if (web) {
			await addWebExtension(page, server);
		}
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
			const allowed = url.host === server.authority || url.host.endsWith('.vscode-resource.vscode-cdn.net');
			if (/^(https?|wss?):$/.test(url.protocol) && !allowed) {
				this.complaints.push(`a request to ${url.host}`);
			}
		});
	}

	/** The button of the extension in the title bar of an editor. */
	get button() {
		return this.page.locator(button);
	}

	/** The document in the preview. A webview is an iframe of VS Code that contains the iframe with the extension's HTML. */
	get preview() {
		return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	/** Waits until a text can be seen in the preview. */
	async shows(text) {
		await this.preview.locator('main').getByText(text).filter({ visible: true }).first().waitFor();
	}

	/** Runs code in the preview. */
	inPreview(work, argument) {
		return this.preview.locator('body').evaluate(work, argument);
	}

	/** Opens a file by its name. A list that changes under the mouse may swallow a click, so it may take a second one. */
	async openFile(name) {
		await eventually(`an editor of ${name}`, async () => {
			// Not in the preview's place.
			await this.page.keyboard.press('Control+1');
			await this.page
				.locator('.editor-group-container')
				.first()
				.and(this.page.locator('.active'))
				.waitFor({ timeout: 10_000 });
			await this.page.keyboard.press('Control+p');
			await this.page.locator('.quick-input-widget input.input').fill(name, { timeout: 10_000 });
			// Before it is searched, the list has the latest files: what is marked was found.
			const first = this.page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
			await first.locator('.highlight', { hasText: name }).waitFor({ timeout: 10_000 });
			await first.click();
			await this.tab(name).waitFor({ timeout: 10_000 });
			return true;
		});
	}

	/** Runs a command of the palette. A palette that was opened before the extension was loaded does not list its commands. */
	async run(command) {
		const row = rows(this.page).filter({ hasText: command }).first();
		await eventually(`the command ${command}`, async () => {
			await this.page.keyboard.press('Escape');
			await this.page.keyboard.press('F1');
			await this.page.locator('.quick-input-widget input.input').fill(`>${command}`, { timeout: 10_000 });
			await row.click({ timeout: 10_000 });
			return true;
		});
	}

	/** The selected tab with this name. */
	tab(name) {
		return this.page.locator('.tab.active', { hasText: name });
	}

	/** Moves the cursor to the end of a text in the active editor by searching for it, and keeps the focus in the editor. */
	async cursorBehind(text) {
		const find = this.page.locator('.find-widget.visible textarea').first();
		await eventually('the search box', async () => {
			await this.page.keyboard.press('Control+1');
			await this.page.keyboard.press('Control+f');
			await find.fill(text, { timeout: 10_000 });
			return true;
		});
		await this.page.locator('.find-widget.visible .matchesCount', { hasText: /of [1-9]/ }).waitFor();
		await find.press('Enter');
		await find.press('Escape');
		await this.page.keyboard.press('ArrowRight');
	}

	/** Reads the position of the cursor in the active editor from "Ln 12, Col 3" in the status bar. */
	async cursor() {
		const text = await this.page.locator('#status\\.editor\\.selection').textContent();
		const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
		return { line: Number(line), column: Number(column) };
	}

	assertQuiet() {
		assert.deepEqual(this.complaints, []);
	}
}

/**
 * Serves the files of the package to the workbench from its own web server, as VS Code without a server loads an extension
 * from a gallery. The extension then runs in a worker of the browser.
 */
async function addWebExtension(page, server) {
	const files = new Set(filesOfPackage());
	const folder = '/the-web-extension/';
	await page.route(`http://${server.authority}${folder}**`, route => {
		const file = new URL(route.request().url()).pathname.slice(folder.length);
		return files.has(file) ? route.fulfill({ path: path.join(project, file) }) : route.fulfill({ status: 404 });
	});
	const extension = { scheme: 'http', authority: server.authority, path: folder };
	const setting = /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
	await page.route(
		url => url.host === server.authority && url.pathname === '/' && url.searchParams.has('folder'),
		async route => {
			const response = await route.fetch();
			const body = (await response.text()).replace(setting, (_, head, written) => {
				const settings = JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
				settings.developmentOptions = { ...settings.developmentOptions, extensions: [extension] };
				return `${head}${JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
			});
			await route.fulfill({ response, body });
		},
	);
}

/** The lines of the open quick pick. */
export const rows = page => page.locator('.quick-input-list .monaco-list-row');

/** Polls, since what is looked at here is drawn by three processes. The limit only ends a test that has failed. */
export async function eventually(what, get) {
	let last;
	for (const end = Date.now() + 120_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 50))) {
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

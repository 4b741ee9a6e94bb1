// The bulletin preview in the workbench.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { eventually } from './support.mjs';

const BULLETIN = '2025-06-14.md';
const boxes = '.il-svg.il-wide [data-uri][data-offset]';
/** Returns the visible box of the record or entry with a title. */
const boxOf = (workbench, title) => workbench.preview.locator('.il-svg:visible [data-uri]', { hasText: title }).first();

export const title = 'The bulletin preview';
export const fixture = 'log';

export const tests = {
	async 'shows its button on files of the log, and opens beside the editor'(workbench) {
		await workbench.openFile(BULLETIN);
		await workbench.button.waitFor();
		await workbench.button.click();
		await workbench.preview.locator('.il-svg:visible').first().waitFor();
		assert.equal(await workbench.page.locator('.editor-group-container').count(), 2);
	},

	async 'draws two rows with a box for every incident of the two weeks'(workbench) {
		const titles = await workbench.preview
			.locator(boxes)
			.evaluateAll(all => all.map(box => box.textContent.replace(/\s+/g, ' ').trim()));
		for (const title of ['Outgoing mail', 'Login page', 'Search index', 'Uploads slow', 'Nightly backups']) {
			assert.ok(
				titles.some(text => text.includes(title)),
				`no box of “${title}” among ${JSON.stringify(titles)}`,
			);
		}
	},

	async 'shows the entries and the author’s own sections'(workbench) {
		const text = await workbench.inPreview(body => body.textContent);
		for (const part of ['Nightly backups late', 'This Week In Infra Engineering', 'The link between the two sites']) {
			assert.ok(text.includes(part), `“${part}” is not on the page`);
		}
	},

	async 'updates while typing'(workbench) {
		await workbench.cursorBehind('has a twin now');
		await workbench.page.keyboard.type(' and a triplet soon');
		await workbench.shows('has a twin now and a triplet soon');
	},

	async 'keeps its scroll position while typing'(workbench) {
		const bottom = await workbench.inPreview(() => {
			window.scrollTo(0, document.documentElement.scrollHeight);
			return window.scrollY;
		});
		assert.ok(bottom > 100, 'the page is too short to be scrolled');
		await workbench.page.keyboard.type('; more');
		await workbench.shows('triplet soon; more');
		const after = await workbench.inPreview(() => window.scrollY);
		assert.ok(Math.abs(after - bottom) <= 2, `the page moved from ${bottom} to ${after}`);
	},

	async 'goes to an entry in the same page with a click on its box'(workbench) {
		await boxOf(workbench, 'Nightly backups').click();
		await eventually('the cursor at the entry', async () => (await workbench.cursor()).line === 10);
		await workbench.tab(BULLETIN).waitFor();
	},

	async 'goes to a record with a click on its box, and stays on the page'(workbench) {
		await boxOf(workbench, 'Search index').click();
		await workbench.tab('2025-06-11-dangling.yaml').waitFor();
		await workbench.shows('Nightly backups late');
	},

	async 'updates when a record of the page changes'(workbench) {
		await workbench.cursorBehind('Search index a day old');
		await workbench.page.keyboard.type(' again');
		await workbench.shows('Search index a day old again');
		await workbench.page.keyboard.press('Control+z');
	},

	async 'follows the active editor to another week'(workbench) {
		await workbench.openFile('2025-06-07.md');
		await workbench.shows('has got a second worker');
		await workbench.openFile('2025-06-11-dangling.yaml');
		await workbench.shows('8–14 June 2025');
		await workbench.shows('The nightly job that fills the index');
	},

	async 'opens links to other files of the log, and asks before it opens the web'(workbench) {
		await workbench.openFile(BULLETIN);
		await workbench.shows('has a twin now');
		await workbench.preview.getByRole('link', { name: 'the maker of the queue' }).click();
		const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'example.com' });
		await dialog.waitFor();
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await workbench.preview.getByRole('link', { name: 'post-mortem' }).focus();
		await workbench.page.keyboard.press('Enter');
		// Until its group has the focus, a file opened next would take the place of the preview.
		const active = workbench.page.locator('.editor-group-container.active .tab.active');
		await active.filter({ hasText: '2025-06-03-mail-queue.md' }).waitFor();
	},

	async 'keeps its page when the configuration is opened'(workbench) {
		await workbench.openFile(BULLETIN);
		await workbench.shows('Nightly backups late');
		await workbench.openFile('incident-log.yaml');
		await workbench.shows('Nightly backups late');
	},

	async 'goes to the weeks before and after, and back to that of the file'(workbench) {
		const button = name => workbench.preview.getByRole('button', { name });
		await workbench.openFile(BULLETIN);
		await workbench.shows('Nightly backups late');
		await button('Week before').click();
		await workbench.shows('has got a second worker');
		await button('Week after').click();
		await workbench.shows('Nightly backups late');
		await button('Week before').click();
		await workbench.shows('has got a second worker');
		await button('Week of the open file').click();
		await workbench.shows('Nightly backups late');
	},

	async 'stays on its page while it is locked'(workbench) {
		const lock = workbench.preview.getByRole('button', { name: 'Stay on this page' });
		await lock.click();
		await workbench.preview.locator('[aria-pressed="true"]').waitFor();
		await workbench.openFile('2025-06-07.md');
		await workbench.shows('Nightly backups late');
		await lock.click();
		await workbench.preview.locator('[aria-pressed="false"]').waitFor();
		await workbench.openFile('2025-06-11-dangling.yaml');
		await workbench.openFile('2025-06-07.md');
		await workbench.shows('has got a second worker');
	},

	async 'states what prevents publication, and opens the list of it'(workbench) {
		const status = workbench.preview.locator('.toolbar .status');
		await workbench.openFile('2025-06-11-dangling.yaml');
		await status.filter({ hasText: /\d (error|warning)s? to resolve|errors?, / }).waitFor();
		await status.click();
		await workbench.preview.locator('.il-checklist li').first().waitFor();
	},

	async 'moves in the toolbar with the arrow keys'(workbench) {
		await workbench.preview.getByRole('button', { name: 'Week before' }).focus();
		await workbench.page.keyboard.press('ArrowRight');
		assert.equal(await workbench.inPreview(() => document.activeElement.textContent), 'This week');
		await workbench.page.keyboard.press('End');
		assert.equal(await workbench.inPreview(() => document.activeElement.textContent), 'Open in Browser');
	},

	async 'shows the content of records as text, never as markup, script or request'(workbench) {
		const file = path.join(workbench.folder, 'incidents', '2025-06-06-hostile.yaml');
		fs.writeFileSync(
			file,
			`title: "<img src=x onerror=alert(1)><script>document.title='taken'</script>"
impact: "<b>major</b>"
started_at: 2025-06-06T10:00:00-04:00
resolved_at: 2025-06-06T11:00:00-04:00
summary: |
  <script>document.title='taken'</script> ![picture](https://example.com/a.png) [run](command:workbench.action.quit)
  <style>body { display: none }</style> [data](data:text/html,x) <iframe src="https://example.com"></iframe>
`,
		);
		await workbench.openFile('2025-06-07.md');
		await workbench.shows("<script>document.title='taken'</script> picture");
		const found = await workbench.inPreview(body => ({
			title: document.title,
			elements: body.querySelectorAll('main img, main script, main iframe, main style').length,
			links: [...body.querySelectorAll('main a')]
				.map(a => a.getAttribute('href') ?? '')
				.filter(href => /^(command|data|javascript):/.test(href)),
		}));
		assert.deepEqual(found, { title: 'Bulletin', elements: 0, links: [] });
		fs.rmSync(file);
	},

	async 'scrolls with the editor, and the editor with it'(workbench) {
		const paragraphs = Array.from({ length: 80 }, (_, i) => `Paragraph ${i + 1} of a long week.\n`).join('\n');
		fs.writeFileSync(
			path.join(workbench.folder, 'bulletins', '2025-06-21.md'),
			`# 2025-06-21\n\n## Trailing 2 Weeks Incidents\n\n## This Week In Infra Engineering\n\n${paragraphs}`,
		);
		await workbench.openFile('2025-06-21.md');
		await workbench.shows('Paragraph 1 of');
		assert.equal(await workbench.inPreview(() => window.scrollY), 0);
		await workbench.page.keyboard.press('Control+End');
		await eventually('the page to follow', () => workbench.inPreview(() => window.scrollY > 500));
		const first = workbench.page.locator('.editor-instance .view-line', { hasText: 'Paragraph 1 of' });
		let by = 0;
		await eventually('the editor to follow', async () => {
			// What is scrolled right after the editor counts as an echo of it, and how late it is depends on the machine.
			by = 1 - by;
			await workbench.inPreview((_, by) => window.scrollTo(0, document.querySelector('main p').offsetTop + by), by);
			return first.isVisible();
		});
	},

	async 'keeps its scroll position over a reload'(workbench) {
		await workbench.openFile(BULLETIN);
		await workbench.shows('Nightly backups late');
		const before = await workbench.inPreview(() => {
			window.scrollTo(0, 200);
			return window.scrollY;
		});
		assert.equal(before, 200);
		// The position is kept a frame later; then VS Code's own command writes everything down before it reloads.
		await workbench.inPreview(async () => {
			for (let frame = 0; frame < 4; frame++) {
				await new Promise(resolve => requestAnimationFrame(resolve));
			}
		});
		await workbench.page.waitForTimeout(500);
		const reloaded = workbench.page.waitForEvent('domcontentloaded');
		await workbench.run('Developer: Reload Window');
		await reloaded;
		await workbench.shows('This Week In Infra Engineering');
		await eventually(
			'the scroll position',
			async () => Math.abs((await workbench.inPreview(() => window.scrollY)) - before) <= 2,
		);
	},

	async 'violated no content security policy and made no request to another machine'(workbench) {
		workbench.assertQuiet();
	},
};

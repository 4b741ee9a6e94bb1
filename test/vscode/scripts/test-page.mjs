// What redraws the page in the preview, by itself in a real browser: from any page to any other.
import { createRequire } from 'node:module';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { project } from './paths.mjs';
import { report } from './suites.mjs';

/** Runs in the browser. Resolves with what went wrong, as text; each is found again by its seed. */
function morphRandomPages(pages) {
	// None that the parser closes by itself.
	const tags = ['div', 'article', 'section', 'details', 'span'];
	const problems = [];
	for (let seed = 1; seed <= pages; seed++) {
		let state = seed;
		const random = below => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
			return (state >>> 8) % below;
		};
		const tree = depth => {
			const ids = ['a', 'b', 'c', 'd', 'e'];
			return Array.from({ length: random(6) }, () => {
				if (random(4) === 0) {
					return `text ${random(3)}`;
				}
				const tag = tags[random(tags.length)];
				const id = random(2) === 0 && ids.length > 0 ? ` id="${depth}${ids.splice(random(ids.length), 1)}"` : '';
				const attribute = random(2) === 0 ? ` data-offset="${random(9)}"` : '';
				return `<${tag}${id}${attribute}>${depth > 0 ? tree(depth - 1) : ''}</${tag}>`;
			}).join(random(3) === 0 ? '<!-- between -->' : '');
		};
		const parse = html => {
			const element = document.createElement('main');
			element.innerHTML = html;
			return element;
		};
		const before = tree(2);
		const after = tree(2);
		const page = parse(before);
		const wanted = parse(after);
		const expected = wanted.innerHTML;
		const sameElement = (one, other) => one.id !== '' && one.id === other.id && one.localName === other.localName;
		const kept = [...page.children].filter(child => [...wanted.children].some(other => sameElement(child, other)));
		globalThis.page.morphChildren(page, wanted);
		if (page.innerHTML !== expected) {
			problems.push(`seed ${seed}: ${before} became ${page.innerHTML} instead of ${expected}`);
		}
		if (kept.some(child => child.parentNode !== page)) {
			problems.push(`seed ${seed}: an element with an id was not kept: ${before} to ${after}`);
		}
	}
	return problems;
}

/** Runs in the browser: what the reader folded open stays open. */
function morphOpenDetails() {
	const draw = text => `<details><summary>Checklist</summary><p>${text}</p></details>`;
	const page = document.createElement('main');
	const next = document.createElement('main');
	page.innerHTML = draw('one');
	page.querySelector('details').open = true;
	next.innerHTML = draw('two');
	globalThis.page.morphChildren(page, next);
	const { open, textContent } = page.querySelector('details');
	return open && textContent.includes('two') ? [] : [`open: ${open}, text: ${textContent}`];
}

const tests = {
	'from any page to any other, keeping what has an id': [morphRandomPages, 3_000],
	'what was folded open stays open': [morphOpenDetails, undefined],
};

/** Resolves with one set of counts. */
export async function runPage() {
	console.log('\n  Redrawing the page');
	const { build } = createRequire(path.join(project, 'package.json'))('esbuild');
	const { outputFiles } = await build({
		entryPoints: [path.join(project, 'src', 'webview', 'morph.ts')],
		bundle: true,
		write: false,
		format: 'iife',
		globalName: 'page',
		logLevel: 'warning',
	});
	const counts = { passed: 0, failed: 0, skipped: 0 };
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.addScriptTag({ content: outputFiles[0].text });
		for (const [name, [work, argument]] of Object.entries(tests)) {
			const problems = await page.evaluate(work, argument);
			counts[problems.length === 0 ? 'passed' : 'failed'] += 1;
			console.log(
				problems.length === 0 ? `    ✔ ${name}` : `    ✘ ${name}\n        ${problems.slice(0, 3).join('\n        ')}`,
			);
		}
	} finally {
		await browser.close();
	}
	return counts;
}

if (import.meta.filename === process.argv[1]) {
	report([await runPage()]);
}

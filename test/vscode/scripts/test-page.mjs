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

/** Runs in the browser: random changes to a page of parts give the same page as drawing it anew. */
function changeRandomParts(pages) {
	const problems = [];
	for (let seed = 1; seed <= pages; seed++) {
		let state = seed;
		const random = below => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
			return (state >>> 8) % below;
		};
		// Elements of a page, of a table and of a picture: each is parsed differently.
		const inner = { section: 'p', tbody: 'tr', svg: 'g', g: 'rect' };
		const leafOf = (key, tag) => ({
			key,
			html: `<${tag} data-uri="a.md" data-offset="${1 + random(9)}">${tag === 'p' ? `${key} ${random(3)}` : ''}</${tag}>\n`,
			source: 'a.md',
			shift: random(3) === 0 ? 3 : 0,
		});
		const partsOf = (tag, depth) =>
			['a', 'b', 'c', 'd', 'e', 'f']
				.filter(() => random(3) > 0)
				.sort(() => random(2) - 0.5)
				.map(key => {
					const parents = tag === 'p' ? ['section', 'svg'] : tag === 'g' ? ['g'] : [];
					const parent = parents[random(parents.length)];
					return parent === undefined || depth === 0 || random(2) === 0
						? leafOf(key, tag)
						: {
								key: `${key}-${parent}`,
								open: `<${parent} class="level-${random(2)}">`,
								close: `</${parent}>`,
								children: partsOf(inner[parent], depth - 1),
							};
				});
		const table = () => ({
			key: 't',
			open: '<table>',
			close: '</table>',
			children: [{ key: 'body', open: '<tbody>', close: '</tbody>\n', children: partsOf('tr', 0) }],
		});
		const draw = () => [...partsOf('p', 2), table()];
		let before = draw();
		const shown = document.createElement('main');
		const page = new globalThis.page.PageParts(shown, () => undefined);
		page.show(before.map(globalThis.page.newPart));
		for (let step = 0; step < 4; step++) {
			const after = draw();
			page.apply(globalThis.page.partChanges(before, after), 'a.md');
			const wanted = document.createElement('main');
			new globalThis.page.PageParts(wanted, () => undefined).show(after.map(globalThis.page.newPart));
			if (shown.innerHTML !== wanted.innerHTML) {
				problems.push(`seed ${seed}, step ${step}: ${shown.innerHTML} instead of ${wanted.innerHTML}`);
			}
			before = after;
		}
	}
	return problems;
}

/** Runs in the browser: what has not changed keeps its nodes, a changed text its focus and its selection. */
function keepUnchangedNodes() {
	const leaf = (key, text, shift = 0) => ({
		key,
		html: `<section id="${key}"><p tabindex="0" data-uri="a.md" data-offset="5">${text}</p></section>`,
		source: 'a.md',
		shift,
	});
	const main = document.createElement('main');
	document.body.append(main);
	const page = new globalThis.page.PageParts(main, () => undefined);
	const before = [leaf('a', 'one'), leaf('b', 'two'), leaf('c', 'three')];
	page.show(before.map(globalThis.page.newPart));
	const [first, second, third] = main.querySelectorAll('p');
	second.focus();
	const after = [leaf('new', 'zero'), leaf('b', 'two, longer'), leaf('c', 'three', 8)];
	const changes = globalThis.page.partChanges(before, after);
	page.apply(changes, 'a.md');
	const found = {
		texts: [...main.querySelectorAll('p')].map(element => element.textContent),
		kept: second.isConnected && third.isConnected && !first.isConnected,
		focus: document.activeElement === second,
		offset: third.dataset.offset,
	};
	main.remove();
	const wanted = { texts: ['zero', 'two, longer', 'three'], kept: true, focus: true, offset: '13' };
	return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [JSON.stringify(found)];
}

/** Runs in the browser: changes to parts that are not there are refused. */
function refuseUnfitChanges() {
	const page = new globalThis.page.PageParts(document.createElement('main'), () => undefined);
	try {
		page.apply([{ from: 3, count: 1 }], 'a.md');
		return ['applied'];
	} catch (error) {
		return error instanceof globalThis.page.UnfitChanges ? [] : [String(error)];
	}
}

const tests = {
	'random changes of parts give the page as drawn anew': [changeRandomParts, 1_000],
	'unchanged parts keep their nodes, changed ones the focus': [keepUnchangedNodes, undefined],
	'changes that do not fit are refused': [refuseUnfitChanges, undefined],
	'from any page to any other, keeping what has an id': [morphRandomPages, 3_000],
	'what was folded open stays open': [morphOpenDetails, undefined],
};

/** Resolves with one set of counts. */
export async function runPage() {
	console.log('\n  Redrawing the page');
	const { build } = createRequire(path.join(project, 'package.json'))('esbuild');
	const { outputFiles } = await build({
		stdin: {
			resolveDir: path.join(project, 'src'),
			contents: ['webview/morph', 'webview/page-parts', 'bulletin/part-changes']
				.map(file => `export * from './${file}.ts';`)
				.join('\n'),
		},
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

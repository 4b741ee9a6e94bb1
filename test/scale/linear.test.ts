import { expect, test } from 'vitest';
import { bulletinPage } from '../../src/bulletin/page.ts';
import { renderPage } from '../../src/bulletin/render-page.ts';
import { safeEdits } from '../../src/core/safe-edits.ts';
import { applyEdits } from '../../src/core/text-edit.ts';
import { completion } from '../../src/features/completion.ts';
import { documentSymbols } from '../../src/features/document-symbols.ts';
import { hover } from '../../src/features/hover.ts';
import { readConfiguration } from '../../src/parse/records/configuration.ts';
import { openLog } from '../features/harness.ts';
import { type Bait, baits } from './baits.ts';

/** UTF-16 units. */
const SMALL = 12_500;
const LARGE = 50_000;
/**
 * A text four times as long may take eight times as long, or `FLOOR` milliseconds if that is more. Linear work on the longer
 * text takes a tenth of that on an idle machine; quadratic work would be sixteen times that of the shorter one.
 */
const FACTOR = 8;
const FLOOR = 1000;
/** The best of several attempts counts, because other programs may run meanwhile. */
const ATTEMPTS = 3;

/** Returns the processor time of this process in milliseconds. It does not include that of other programs. */
function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** Returns the processor time to read, check, fix and render a text, and to answer requests at its end. */
async function timeOf({ path, kind, text }: Bait, size: number): Promise<number> {
	const written = text(size);
	const open = openLog('title: Another record\n');
	const start = processorTime();
	open.log.set(open.uri(path), written, kind);
	const document = open.log.document(open.uri(path));
	if (document === undefined) {
		throw new Error(`${path} is not a document`);
	}
	if (document.kind === 'configuration') {
		readConfiguration(document);
	}
	open.log.findings(document.uri);
	applyEdits(document.text, safeEdits(open.log.everyFinding(document.uri)));
	const page = bulletinPage({ log: open.log.view, document, documentAt: uri => open.log.document(uri) });
	if (page) {
		renderPage(page);
	}
	const cursor = {
		textDocument: { uri: document.uri },
		position: document.lines.positionAt(written.length - 1),
	};
	for (const feature of [completion, hover, documentSymbols]) {
		await open.ask(feature, cursor);
	}
	return processorTime() - start;
}

test.each(baits)('$name', async bait => {
	const times: string[] = [];
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const large = await timeOf(bait, LARGE);
		const small = large <= FLOOR ? large : await timeOf(bait, SMALL);
		if (large <= Math.max(FLOOR, FACTOR * small)) {
			times.length = 0;
			break;
		}
		times.push(`${Math.round(small)} ms, then ${Math.round(large)} ms`);
	}
	expect(times).toEqual([]);
});

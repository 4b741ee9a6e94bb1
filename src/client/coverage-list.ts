import { type QuickPickItem, QuickPickItemKind, Range, Uri, window } from 'vscode';
import type { CoverageResult } from '../server/protocol.ts';
import type { LogServer } from './log-server.ts';

type Covered = NonNullable<CoverageResult>['records'][number];
type Aspect = Covered['aspects'][number];

interface PlaceItem extends QuickPickItem {
	readonly uri?: string;
	readonly range?: Covered['places'][number]['range'];
}

/** Worst first. */
const MARKS: Readonly<Record<Aspect['state'], string>> = {
	'not-understood': '✗',
	partly: '~',
	understood: '✓',
	absent: '·',
};

const STATES = Object.keys(MARKS);

/** A narrow window cuts the end of a line off. */
const worstFirst = (a: Aspect, b: Aspect) => STATES.indexOf(a.state) - STATES.indexOf(b.state);

/** Lists the records of a log with what was understood, worst first. The chosen one is opened at its first place. */
export async function showCoverage(root: Uri, title: string, server: LogServer): Promise<void> {
	const coverage = await server.coverage(root);
	const records = coverage?.records ?? [];
	const parts = records.filter(({ whole }) => !whole);
	const whole = records.filter(record => record.whole);
	await choose(`Coverage of ${title}`, coverage?.coverage, [
		...group('Not wholly understood', parts.map(recordItem)),
		...group('Wholly understood', whole.map(recordItem)),
	]);
}

/** Lists the places of a log that were not understood, by record. */
export async function showPlaces(root: Uri, title: string, server: LogServer): Promise<void> {
	const coverage = await server.coverage(root);
	const items = (coverage?.records ?? []).flatMap(({ uri, path, places }) =>
		group(
			path,
			places.map(({ aspect, range, text }) => ({
				label: `$(question) ${nameOf(aspect)}: ${text}`,
				description: `line ${range.start.line + 1}`,
				uri,
				range,
			})),
		),
	);
	await choose(`Not Understood in ${title}`, coverage?.coverage, items);
}

async function choose(title: string, placeHolder: string | undefined, items: readonly PlaceItem[]): Promise<void> {
	const chosen = await window.showQuickPick(items, {
		title,
		...(placeHolder !== undefined && { placeHolder }),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (chosen?.uri !== undefined) {
		const { start, end } = chosen.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
		await window.showTextDocument(Uri.parse(chosen.uri), {
			selection: new Range(start.line, start.character, end.line, end.character),
		});
	}
}

function group(label: string, items: readonly PlaceItem[]): readonly PlaceItem[] {
	return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function recordItem({ uri, path, title, whole, aspects, places }: Covered): PlaceItem {
	const [first] = places;
	return {
		label: `${whole ? '$(pass)' : '$(question)'} ${title ?? path}`,
		description: path,
		detail: aspects
			.filter(({ state }) => state !== 'absent')
			.toSorted(worstFirst)
			.map(stateOf)
			.join('   '),
		uri,
		...(first && { range: first.range }),
	};
}

/** "start ✓", "timeline ~ 3 of 5". */
function stateOf({ aspect, state, read, notRead }: Aspect): string {
	const count = state === 'partly' ? ` ${read} of ${read + notRead}` : read > 1 ? ` ${read}` : '';
	return `${MARKS[state]} ${nameOf(aspect).toLowerCase()}${count}`;
}

function nameOf(aspect: Aspect['aspect']): string {
	return aspect.charAt(0).toUpperCase() + aspect.slice(1).replace('-', ' ');
}

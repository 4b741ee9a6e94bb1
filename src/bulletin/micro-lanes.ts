import { type BandLayout, type BoxLayout, boxSpan, type Item, type LanesLayout } from './items.ts';

/** The height of a lane, of the name of a band, and the space below a band. */
const LANE = 6.5;
const NAME = 16;
const BAND_GAP = 6;
const GAP = 1.2;

/** Places small boxes without labels, in one named band for each level, worst first. */
export function layoutMicro(items: readonly Item[], top: number, levels: readonly string[]): LanesLayout {
	const byRank = new Map<number, Item[]>();
	for (const item of items) {
		const rank = item.box.rank ?? -1;
		const band = byRank.get(rank);
		if (band === undefined) {
			byRank.set(rank, [item]);
		} else {
			band.push(item);
		}
	}
	const boxes: BoxLayout[] = [];
	const bands: BandLayout[] = [];
	let y = top;
	for (const [rank, band] of [...byRank].sort(([one], [other]) => other - one)) {
		bands.push({ text: `${levels[rank] ?? 'no level'} · ${band.length}`, y });
		// Lanes end where their last box ends: the boxes are in order of their start.
		const ends: number[] = [];
		for (const item of [...band].sort((a, b) => a.x - b.x)) {
			const { start, end } = boxSpan(item);
			const free = ends.findIndex(before => before + GAP <= start);
			const lane = free < 0 ? ends.length : free;
			ends[lane] = end;
			boxes.push({ ...item, y: y + NAME + lane * LANE + (LANE - item.height) / 2, label: undefined });
		}
		y += NAME + ends.length * LANE + BAND_GAP;
	}
	return { boxes, bands, height: y - top };
}

import { svg } from '../bulletin/svg.ts';
import { textWidth } from '../bulletin/text-width.ts';
import { LIGHT_PICTURE } from '../bulletin/theme-styles.ts';
import type { Log } from '../log/log.ts';
import type { SitePlan } from './site-plan.ts';

const HEIGHT = 22;
const PAD = 8;
const SIZE = 12;

/** Returns a badge for other pages: "incidents: none open", "incidents: 2 open". */
export function badge(log: Log, { incidents }: SitePlan): string {
	const now = log.view.now().epochMilliseconds;
	const open = incidents.filter(({ kind, ending, start }) => kind === 'incident' && ending === 'open' && start <= now);
	const state = open.length === 0 ? 'none open' : `${open.length} open`;
	return pair('incidents', state, open.length > 0);
}

function pair(name: string, state: string, isOpen: boolean): string {
	const colours = LIGHT_PICTURE;
	const left = textWidth(name) * SIZE + 2 * PAD;
	const width = Math.ceil(left + textWidth(state) * SIZE + 2 * PAD);
	const dark = colours.shades.at(-1);
	const text = (x: number, fill: string | undefined, content: string) =>
		svg('text', { x, y: 15, fill, 'font-size': SIZE }, content);
	return svg(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: `0 0 ${width} ${HEIGHT}`,
			width,
			height: HEIGHT,
			role: 'img',
			'aria-label': `${name}: ${state}`,
			'font-family': 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
		},
		svg('rect', { width, height: HEIGHT, rx: 4, fill: colours.strip }),
		svg('path', {
			d: `M${left.toFixed(1)} 0H${width - 4}a4 4 0 0 1 4 4V${HEIGHT - 4}a4 4 0 0 1 -4 4H${left.toFixed(1)}Z`,
			fill: isOpen ? dark : colours.outline,
		}),
		text(PAD, colours.text, name),
		text(left + PAD, '#ffffff', state),
	).toString();
}

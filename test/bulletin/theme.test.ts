import { describe, expect, test } from 'vitest';
import { SHADES, shadeOf } from '../../src/bulletin/ramp.ts';
import { editorThemeStyles, themeStyles } from '../../src/bulletin/theme-styles.ts';
import { contrast, luminance } from './colours.ts';

const themes = [...`${themeStyles}${editorThemeStyles}`.matchAll(/([^{}\n]+) \{ ([^{}]*--il-shade-0[^{}]*)\}/g)].map(
	([, selector = '', body = '']) => ({
		selector: selector.trim(),
		colours: new Map([...body.matchAll(/--il-([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value])),
	}),
);

/** A colour of a theme: the fallback of an editor colour, or the mix with the page's paper. */
function colour(colours: ReadonlyMap<string, string>, name: string): string | undefined {
	const value = colours.get(name) ?? '';
	const [, percent, other] = /color-mix\(.* (\d+)%, (#[0-9a-f]{6})\)/.exec(value) ?? [];
	const paper = percent === undefined ? undefined : colour(colours, 'paper');
	return paper !== undefined && other !== undefined
		? mix(paper, other, Number(percent) / 100)
		: /#[0-9a-f]{6}/.exec(value)?.[0];
}

function mix(one: string, other: string, part: number): string {
	const bytes = [1, 3, 5].map(i => {
		const [a, b] = [one, other].map(text => Number.parseInt(text.slice(i, i + 2), 16));
		return Math.round((a ?? 0) * part + (b ?? 0) * (1 - part));
	});
	return `#${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

// Guards against a vacuous pass.
test('the tests below run on all themes', () => {
	expect(themes.length).toBeGreaterThanOrEqual(10);
	expect(ownPaper.length).toBeGreaterThanOrEqual(8);
});

describe.each(themes)('the colours for $selector', ({ colours }) => {
	const shades = Array.from({ length: SHADES }, (_, i) => colour(colours, `shade-${i}`) ?? '');

	test('higher impact is darker', () => {
		for (const [i, shade] of shades.slice(1).entries()) {
			expect(luminance(shade)).toBeLessThan(luminance(shades[i] ?? ''));
		}
	});

	test.each([2, 3, 4, 5])('neighbours of %i levels have a contrast of at least 1.7', count => {
		const levels = Array.from({ length: count }, (_, rank) => shades[shadeOf(rank, count)] ?? '');
		for (const [i, level] of levels.slice(1).entries()) {
			expect(contrast(levels[i] ?? '', level)).toBeGreaterThanOrEqual(1.7);
		}
	});

	test('text, outlines and the current time have sufficient contrast with the strip and its weekends', () => {
		for (const ground of ['strip', 'weekend'].map(name => colour(colours, name) ?? '')) {
			expect(contrast(ground, colour(colours, 'strip-text') ?? '')).toBeGreaterThanOrEqual(9);
			expect(contrast(ground, colour(colours, 'strip-muted') ?? '')).toBeGreaterThanOrEqual(6);
			expect(contrast(ground, colour(colours, 'outline') ?? '')).toBeGreaterThanOrEqual(6);
			expect(contrast(ground, colour(colours, 'now') ?? '')).toBeGreaterThanOrEqual(3);
		}
		expect(contrast(colour(colours, 'strip') ?? '', colour(colours, 'outline') ?? '')).toBeGreaterThanOrEqual(7);
	});
});

// Where the page is of a colour of the system, such as `Canvas`, the system pairs it with a text that can be read.
const ownPaper = themes.filter(({ colours }) => colour(colours, 'paper') !== undefined);

test.each(ownPaper)('text of the page has sufficient contrast in the colours for $selector', ({ colours }) => {
	const paper = colour(colours, 'paper') ?? '';
	for (const name of ['text', 'muted', 'link', 'error', 'warning', 'accent']) {
		expect(contrast(paper, colour(colours, name) ?? ''), name).toBeGreaterThanOrEqual(4.5);
	}
});

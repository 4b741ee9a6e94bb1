import { describe, expect, test } from 'vitest';
import { themeStyles } from '../../src/bulletin/theme-styles.ts';

/** Relative luminance as defined in WCAG 2.2. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(i => {
		const part = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const themes = [...themeStyles.matchAll(/([^{}\n]+) \{ ([^{}]*--il-shade-0[^{}]*)\}/g)].map(
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
	const shades = Array.from({ length: 8 }, (_, i) => colour(colours, `shade-${i}`) ?? '');

	test('higher impact is visibly darker', () => {
		shades.slice(1).forEach((shade, i) => {
			expect(contrast(shades[i] ?? '', shade)).toBeGreaterThan(1.15);
			expect(luminance(shade)).toBeLessThan(luminance(shades[i] ?? ''));
		});
	});

	test('marks on boxes have sufficient contrast', () => {
		shades.forEach((shade, i) => {
			expect(contrast(shade, colour(colours, `ink-${i}`) ?? '')).toBeGreaterThanOrEqual(4.5);
		});
	});

	test('text, outlines and rings have sufficient contrast with the plate', () => {
		const plate = colour(colours, 'plate') ?? '';
		expect(contrast(plate, colour(colours, 'plate-text') ?? '')).toBeGreaterThanOrEqual(6);
		expect(contrast(plate, colour(colours, 'plate-muted') ?? '')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(plate, colour(colours, 'outline') ?? '')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(plate, colour(colours, 'accent-on-plate') ?? '')).toBeGreaterThanOrEqual(3);
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

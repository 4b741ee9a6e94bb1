import { describe, expect, test } from 'vitest';
import { NARROW } from '../../src/bulletin/form.ts';
import { renderPicture } from '../../src/bulletin/picture.ts';
import { pictureTable } from '../../src/bulletin/picture-table.ts';
import { offencesOf } from './allow-list.ts';
import { boxAt, pictureWith } from './week.ts';

const picture = pictureWith('2024-08-31', (last, own) => [
	[boxAt(last, 100, undefined, { id: 'open', title: 'Certificates', impact: 'major', rank: 2 })],
	[
		boxAt(last, 100, undefined, { id: 'open', title: 'Certificates', impact: 'major', rank: 2 }),
		boxAt(own, 29.5, 3.5, {
			title: 'A very long title that goes on and on until no picture of any width has room for all of it to be shown',
			inferredImpact: true,
			ending: 'inferred',
			durationText: '3–4 h',
			href: '#entry-leases',
		}),
		boxAt(own, 40, 2, { title: 'Upgrade', kind: 'maintenance', impact: undefined, rank: undefined }),
		boxAt(own, 80, 2, { title: 'Odd', impact: 'urgent', rank: undefined, current: true }),
	],
]);
const svg = renderPicture(picture);

const itemOf = (markup: string, title: string) =>
	[...markup.matchAll(/<(a|g) class="il-item[\s\S]*?<\/\1>/g)]
		.map(([item]) => item)
		.find(item => item.includes(title)) ?? '';

describe('the picture', () => {
	test('is allowed markup with a name and a description', () => {
		expect(offencesOf(svg)).toEqual([]);
		expect(svg).toMatch(
			/^<svg [^>]*viewBox="0 0 880 \d+" role="group" aria-labelledby="(\S+)" aria-describedby="(\S+)"><title id="\1">Incidents<\/title><desc id="\2">/,
		);
		expect(svg).toContain('2024-08-24: one incident; 2024-08-31: 4 incidents. As of the end of 31 August 2024.');
		expect(svg).toContain('The highest impact is major');
	});

	test('has the role of an image without links', () => {
		const empty = renderPicture(pictureWith('2024-08-31', () => [[], []]));
		expect(empty).toContain('role="img"');
		expect(empty.match(/No incidents/g)).toHaveLength(2);
	});

	test('draws box and line of inferred facts dashed', () => {
		const item = itemOf(svg, 'A very long title');
		expect(item).toContain('il-outline il-dashed');
		expect(item).toContain('il-line il-dashed');
		expect(itemOf(svg, 'Certificates')).not.toContain('il-dashed');
	});

	test('has the whole title in tooltip and accessible name, and shortens it only in the label', () => {
		const item = itemOf(svg, 'A very long title');
		expect(item).toContain('to be shown: 26 August, 05:30 EDT; 3–4 h, inferred; impact minor, inferred</title>');
		expect(item).toMatch(/class="il-title"[^>]*>A very long [^<]*…</);
		expect(item).toContain(
			'href="#entry-leases" data-uri="file:///home/somebody/log/incidents/a.yaml" data-offset="0"',
		);
	});

	test('marks an unknown level by its first letters, and a missing one by a question mark', () => {
		expect(itemOf(svg, 'A very long title')).toMatch(/class="il-mark il-ink-2"[^>]*>Mi</);
		expect(itemOf(svg, 'Odd')).toMatch(/class="il-mark il-ink-7"[^>]*>Ur</);
		expect(itemOf(svg, 'Upgrade')).toMatch(/class="il-mark il-ink-none"[^>]*>\?</);
	});

	test('draws a maintenance with a second outline, and the requested record with a ring', () => {
		expect(itemOf(svg, 'Upgrade')).toContain('il-inline');
		expect(itemOf(svg, 'Odd')).toContain('il-item il-current');
	});

	test('has only the used symbols in its legend', () => {
		const words = (markup: string) => [...markup.matchAll(/class="il-note"[^>]*>([^<]*)</g)].map(([, word]) => word);
		expect(words(svg)).toEqual([
			...['none', 'minor', 'major', 'critical', 'not stated', 'inferred or unknown', 'maintenance', 'still open'],
			'Larger boxes are longer, darker boxes are higher-impact.',
		]);
		expect(
			words(renderPicture(pictureWith('2024-08-31', (_, own) => [[boxAt(own, 1, 1)], [boxAt(own, 1, 1)]]))),
		).toHaveLength(5);
	});

	test('draws each swatch of its legend like the symbol that it explains', () => {
		const legend = svg.slice(svg.indexOf('class="il-legend"'));
		const swatchOf = (word: string) => {
			const before = legend.slice(0, legend.indexOf(`>${word}<`));
			return before.slice(before.lastIndexOf('class="il-fill'));
		};
		const square = /class="il-outline" d="M[\d.]+ [\d.]+H[\d.]+V/;
		expect(swatchOf('maintenance')).toContain('class="il-inline il-ink-none"');
		expect(swatchOf('maintenance')).toMatch(square);
		expect(swatchOf('inferred or unknown')).toContain('class="il-outline il-dashed"');
		expect(swatchOf('still open')).toContain('class="il-outline"');
		expect(swatchOf('still open')).not.toMatch(square);
		expect(swatchOf('not stated')).toContain('>?</text>');
		expect(swatchOf('critical')).toContain('class="il-fill il-shade-7"');
		expect(legend.match(/il-inline/g)).toHaveLength(1);
	});

	test('has a narrow form with other element ids', () => {
		const narrow = renderPicture(picture, { form: NARROW, patterns: false });
		expect(narrow).toContain('viewBox="0 0 460 ');
		expect(narrow).not.toContain('<pattern');
		const ids = [...(svg + narrow).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

test('the table lists each incident once', () => {
	const table = pictureTable(picture).toString();
	expect(offencesOf(table)).toEqual([]);
	expect(table.match(/<tr><td>/g)).toHaveLength(4);
	expect(table).toContain('<td>3–4 h, inferred</td><td>minor, inferred</td>');
	expect(table).toContain('<bdi>Upgrade</bdi> (maintenance)</td><td>some time</td><td>not stated</td>');
	expect(table).toContain('<td>urgent (not a level of this log)</td>');
	expect(table).toContain('<a href="#entry-leases">');
});

import { describe, expect, test } from 'vitest';
import { NARROW } from '../../src/bulletin/form.ts';
import { exportPicture, pictureSvg } from '../../src/bulletin/picture.ts';
import { pictureTable } from '../../src/bulletin/picture-table.ts';
import { LIGHT_PICTURE } from '../../src/bulletin/theme-styles.ts';
import { weekEndingOn } from '../../src/core/week.ts';
import { offencesOf } from './allow-list.ts';
import { boxAt, pictureWith } from './week.ts';

const picture = pictureWith('2024-08-31', (last, own) => [
	[boxAt(last, 100, undefined, { id: 'open', title: 'Certificates', impact: 'major', rank: 2 })],
	[
		boxAt(last, 100, undefined, { id: 'open', title: 'Certificates', impact: 'major', rank: 2 }),
		boxAt(own, 29.5, 3.5, {
			title: 'A very long title that goes on and on until no picture of any width has room for all of it to be shown',
			isImpactInferred: true,
			ending: 'inferred',
			durationText: '3–4 h',
			href: '#entry-leases',
		}),
		boxAt(own, 40, 2, { title: 'Upgrade', kind: 'maintenance', impact: undefined, rank: undefined }),
		boxAt(own, 80, 2, {
			title: 'Odd',
			impact: 'urgent',
			impactNote: 'not a level of this log',
			rank: undefined,
			isCurrent: true,
		}),
	],
]);
const svg = pictureSvg(picture, { relativeSource: uri => uri }).toString();

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
		const empty = pictureSvg(pictureWith('2024-08-31', () => [[], []])).toString();
		expect(empty).toContain('role="img"');
		expect(empty.match(/No incidents/g)).toHaveLength(2);
	});

	test('draws inferred facts dashed, and others with a solid outline', () => {
		expect(itemOf(svg, 'A very long title')).toContain('class="il-dashed"');
		expect(itemOf(svg, 'Certificates')).toContain('class="il-outline"');
		expect(itemOf(svg, 'Certificates')).not.toContain('il-dashed');
	});

	test('has the whole title in tooltip and accessible name, and shortens it only in the label', () => {
		const item = itemOf(svg, 'A very long title');
		expect(item).toContain('to be shown: 26 August, 05:30 EDT; 3–4 h, inferred; impact minor, inferred</title>');
		expect(item).toMatch(/class="il-text-bold"[^>]*>A very long [^<]*…</);
		expect(item).toContain(
			'href="#entry-leases" data-uri="file:///home/somebody/log/incidents/a.yaml" data-offset="0"',
		);
	});

	test('fills a box by its level, and marks one without a level by a dash', () => {
		expect(itemOf(svg, 'A very long title')).toContain('class="il-shade-4"');
		expect(itemOf(svg, 'Certificates')).toContain('class="il-shade-8"');
		expect(itemOf(svg, 'Odd')).toContain('class="il-hollow"');
		expect(itemOf(svg, 'Odd')).toMatch(/class="il-outline" d="M[\d.]+ [\d.]+H[\d.]+"/);
	});

	test('stripes a maintenance, and rings the requested record', () => {
		expect(itemOf(svg, 'Upgrade')).toContain('il-stripes');
		expect(itemOf(svg, 'Odd')).toContain('class="il-ring"');
		expect(itemOf(svg, 'Odd')).toContain('il-item il-current');
	});

	test('has the levels and only the used signs in its legend', () => {
		const legend = (markup: string) =>
			[...markup.slice(markup.indexOf('class="il-legend"')).matchAll(/<text[^>]*>([^<]*)</g)].map(([, word]) => word);
		expect(legend(svg)).toEqual([
			...['none', 'minor', 'major', 'critical', 'level not known', 'inferred', 'still open', 'maintenance'],
		]);
		const plain = pictureSvg(pictureWith('2024-08-31', (_, own) => [[boxAt(own, 1, 1)], [boxAt(own, 1, 1)]]));
		expect(legend(plain.toString())).toEqual(['none', 'minor', 'major', 'critical']);
	});

	test('has a narrow form with other element ids', () => {
		const narrow = pictureSvg(picture, { form: NARROW }).toString();
		expect(narrow).toContain('viewBox="0 0 328 ');
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

describe('signs', () => {
	const one = (more: object, hours: number | undefined = 10) => {
		const drawn = pictureSvg(
			pictureWith('2024-08-31', (_, own) => [[], [boxAt(own, 20, hours, { title: 'Sign', ...more })]]),
		);
		return itemOf(drawn.toString(), 'Sign');
	};
	const at = (hours: number) => boxAt(weekEndingOn('2024-08-31'), 20 + hours, 1).start;

	test('an inferred range is faint from its lower bound on', () => {
		const item = one({ ending: 'inferred', certainUntil: at(4) });
		expect(item).toMatch(/class="il-shade-4" d="[^"]*" fill-opacity="0.35"/);
		expect(item).toMatch(/<rect class="il-shade-4" x="104.8" y="[\d.]+" width="21"/);
	});

	test('is faint from its mitigation on', () => {
		expect(one({ mitigated: at(4) })).toMatch(
			/fill-opacity="0.45".*<rect class="il-shade-4" x="104.8" y="[\d.]+" width="21"/,
		);
	});

	test('an unknown duration has a tail of dots, and only a day is faint', () => {
		expect(one({ ending: 'unknown', end: at(0) })).toContain('class="il-tail"');
		const day = one({ ending: 'unknown', isDateOnly: true });
		expect(day).toContain('fill-opacity="0.35"');
		expect(day).not.toContain('il-tail');
		expect(day).toContain('class="il-dashed"');
	});

	test('a planned maintenance is hollow and dotted, a notice a diamond', () => {
		expect(one({ kind: 'maintenance', isPlanned: true })).toMatch(/class="il-hollow".*class="il-dotted"/);
		expect(one({ kind: 'notice', ending: 'none', end: at(0) })).toMatch(/d="M[\d.]+ [\d.]+L[\d. ]+L[\d. ]+L[\d. ]+Z"/);
	});

	test('the time after now is shaded, with a line at now', () => {
		const picture = pictureWith('2024-08-31', (_, own) => [[], [boxAt(own, 1, 1)]]);
		const drawn = pictureSvg({ ...picture, now: at(64) }).toString();
		expect(drawn).toMatch(/class="il-later" x="440" y="[\d.]+" width="440"/);
		expect(drawn).toContain('class="il-now" d="M440 ');
		expect(pictureSvg(picture).toString()).not.toContain('il-later');
	});

	test('a title from right to left has its direction and the same place', () => {
		const item = one({ title: 'תקלה ב-DNS, Sign' });
		expect(item).toMatch(/text-anchor="end" direction="rtl"/);
	});
});

test('an exported picture has literal colours, and no class, link or source', () => {
	const exported = exportPicture(picture, LIGHT_PICTURE);
	expect(exported).not.toMatch(/var\(|href=|data-uri|style=/);
	expect(exported).not.toMatch(/class="il-(?:shade|strip|text|outline)/);
	expect(exported).toContain('fill="#d8a27c"');
	expect(exported).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="-16 -16 912 \d+" width="912"/);
});

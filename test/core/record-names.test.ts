import { expect, test } from 'vitest';
import { comparableName, isPathOf, isTicket, prefixesOf, shapeOf } from '../../src/core/record-names.ts';

test.each([
	['INC-41-disk-full', ['INC-41', 'INC-41-disk']],
	['2026-03-04-cache', ['2026-03-04']],
	['2026-cache', []],
	['2026.03 cache', []],
	['disk-full-again', []],
	['a1-b', []],
	['INC-41', []],
])('the specific beginnings of %s', (name, prefixes) => {
	expect(prefixesOf(name)).toEqual(prefixes);
});

test('at most eight beginnings of a name are published', () => {
	expect(prefixesOf('x1-a-b-c-d-e-f-g-h-i-j')).toHaveLength(8);
});

test.each([
	['incidents/inc-0041-disk.md', 'INC-41-disk'],
	['inc-2024-007.yaml', 'INC-2024-7'],
	['2024-08-26-disk', '2024-08-26-disk'],
	['a.png', 'a.png'],
])('%s is compared as %s', (written, name) => {
	expect(comparableName(written)).toBe(name);
});

test.each([
	['incidents/disk.md', true],
	['../incidents/disk', true],
	['disk', true],
	['incidents/disk.yaml', false],
	['bulletins/disk', false],
	['other/log/incidents/disk', false],
])('%s is a path of file:///log/incidents/disk.md: %s', (written, expected) => {
	expect(isPathOf(written, 'file:///log/incidents/disk.md')).toBe(expected);
});

test.each([
	['INC-0041', 'inc-', true],
	['INC-0041-disk', 'inc-', false],
	['2024-08-26-disk', 'date', false],
	['20240826', 'date', false],
	['0041-disk', 'number', false],
	['0041', 'number', false],
	['disk-full', undefined, false],
])('the shape of %s is %s; a ticket without words: %s', (id, shape, expected) => {
	expect([shapeOf(id), isTicket(id)]).toEqual([shape, expected]);
});

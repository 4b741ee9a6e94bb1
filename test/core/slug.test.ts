import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from '../../src/core/slug.ts';

test.each([
	['Machine leases could not be acquired', 'machine-leases-could-not-be-acquired'],
	['`registry` (EU): push fails, 5xx!', 'registry-eu-push-fails-5xx'],
	['  API — down & out  ', 'api-down-out'],
	['snake_case_name', 'snake-case-name'],
	['-- dashes --', 'dashes'],
	["Customer's café", 'customers-café'],
	['Störung im Netz', 'störung-im-netz'],
	['Запуск 東京', 'запуск-東京'],
	['a/b.c:d', 'abcd'],
	['../../etc', 'etc'],
	['!?', ''],
	['', ''],
])('the slug of %j is %j', (text, expected) => expect(slug(text)).toBe(expected));

test('a slug has no spaces, slashes or dots, and is its own slug', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), text => {
			const result = slug(text);
			expect(result).not.toMatch(/[\s/\\.`'"<>&:]|--|^-|-$/);
			expect(slug(result)).toBe(result);
		}),
		{ numRuns: 2000 },
	);
});

import { describe, expect, inject, test } from 'vitest';
import { findFrontMatter } from '../../../src/parse/markdown/front-matter.ts';
import { readPlainYaml } from '../../../src/parse/yaml/plain-reader.ts';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';
import { Random } from '../../fuzz/random.ts';
import { YamlTexts } from '../../fuzz/yaml-texts.ts';
import { corpus } from '../../support/corpus.ts';
import { comparePlainYaml } from '../../support/plain-yaml.ts';

const GENERATED = 4000;

describe('the reader of plain YAML', () => {
	test('reads generated texts as the `yaml` package does, or declines them', () => {
		const random = new Random(inject('seed'));
		const texts = new YamlTexts(random);
		let read = 0;
		for (let i = 0; i < GENERATED; i++) {
			const text = texts.next();
			const { result, ...trees } = comparePlainYaml(text);
			expect({ text, result, ...trees }).not.toHaveProperty('result', 'different');
			read += result === 'equal' ? 1 : 0;
		}
		// Guards against a vacuous pass.
		expect(read).toBeGreaterThan(GENERATED / 4);
	});

	test('reads a part of a text as the `yaml` package does, or declines it', () => {
		const random = new Random(inject('seed'));
		const texts = new YamlTexts(random);
		let read = 0;
		for (let i = 0; i < GENERATED / 4; i++) {
			const text = texts.next();
			const start = random.below(5);
			const { result, ...trees } = comparePlainYaml(text, {
				start,
				end: Math.max(start, text.length - random.below(8)),
			});
			expect({ text, start, result, ...trees }).not.toHaveProperty('result', 'different');
			read += result === 'equal' ? 1 : 0;
		}
		expect(read).toBeGreaterThan(GENERATED / 40);
	});

	test('declines less than one in twenty records of the examples and fixtures', () => {
		const texts = corpus().flatMap(({ texts }) => Object.entries(texts));
		const parts = texts.flatMap(([path, text]) => {
			const range = /\.md$/.test(path) ? findFrontMatter(text)?.range : { start: 0, end: text.length };
			return range && parseYaml(text, range).problems.length === 0 ? [{ text, range }] : [];
		});
		const results = parts.map(({ text, range }) => comparePlainYaml(text, range).result);
		expect(results).not.toContain('different');
		expect(results.filter(result => result === 'declined').length).toBeLessThan(parts.length / 20);
		expect(parts.length).toBeGreaterThan(100);
	});

	test.each([
		['a long text', `a: |\n${'  b\n'.repeat(30_000)}`],
		['a deep text', Array.from({ length: 30 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
		['a deep list in brackets', `a: ${'['.repeat(30)}${']'.repeat(30)}\n`],
		['a duplicate key', 'a: b\na: c\n'],
		['an anchor', 'a: &b c\n'],
		['a value on two lines', 'a: b\n  c\n'],
		['an unclosed quote', 'a: "b\nc: d\n'],
		['a tab', 'a:\tb\n'],
		['a second document', 'a: b\n---\nc: d\n'],
	])('declines %s', (_, text) => {
		expect(readPlainYaml(text, { start: 0, end: text.length })).toBeUndefined();
	});
});

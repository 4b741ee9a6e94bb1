import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../src/core/document-kind.ts';
import type { Range } from '../../src/core/range.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { MAX_LENGTH } from '../../src/parse/parse-document.ts';
import { parse } from './help-source.ts';

describe('the format of a file', () => {
	const cases: readonly [
		kind: DocumentKind,
		name: string,
		format: string,
		contains: (document: LogDocument) => unknown,
	][] = [
		['incident', 'a.yaml', 'yaml', document => document.incidents.length === 1],
		['incident', 'a.yml', 'yaml', document => document.incidents.length === 1],
		['incident', 'a.MD', 'markdown', document => document.incidents.length === 1 && document.body],
		['postmortem', 'a.markdown', 'markdown', document => document.postmortem && document.incidents.length === 0],
		['postmortem', 'a.yaml', 'yaml', document => document.postmortem && !document.body],
		['bulletin', '2024-08-31.md', 'markdown', document => document.bulletin && !document.postmortem],
		['configuration', 'incident-log.yaml', 'yaml', document => document.incidents.length === 0],
	];
	test.each(cases)('%s %s', (kind, name, format, contains) => {
		const document = parse(kind, name, 'title: x\n');
		expect(document).toMatchObject({ kind, format });
		expect(contains(document)).toBeTruthy();
	});
});

describe('rejects without parsing', () => {
	const tooLong = `title: ${'x'.repeat(MAX_LENGTH)}`;
	const cases: readonly [kind: string, text: string, range: Range, message: string][] = [
		['not-text', 'PNG\0\0\u001a', { start: 3, end: 4 }, 'NUL character in the file. Expected text in UTF-8.'],
		[
			'too-large',
			tooLong,
			{ start: 0, end: 0 },
			`File too long: ${tooLong.length} characters. Expected at most 1048576 characters.`,
		],
	];
	test.each(cases)('%s', (kind, text, range, message) => {
		for (const name of ['2024-08-26-x.yaml', '2024-08-26-x.md']) {
			const document = parse('incident', name, text);
			expect(document.problems).toEqual([{ kind, range, message, related: undefined }]);
			expect([document.data, document.body, document.references]).toEqual([undefined, undefined, []]);
			expect(document.incidents.map(({ id }) => id)).toEqual(['2024-08-26-x']);
		}
	});

	test('accepts a text of the maximum length', () => {
		const text = `title: ${'x'.repeat(MAX_LENGTH - 'title: '.length)}`;
		expect(parse('incident', 'x.yaml', text).problems).toEqual([]);
	});
});

test('keeps ranges right after a byte-order mark, CRLF and astral characters', () => {
	const yaml = 'id: x\r\ntitle: "\u{1F525} fire"\r\nimpact: minor\r\n';
	for (const [name, text] of [
		['x.yaml', `\uFEFF${yaml}`],
		['x.md', `\uFEFF---\r\n${yaml}---\r\nBody\r\n`],
	] as const) {
		const { incidents, problems, text: read } = parse('incident', name, text);
		const [title, impact] = [incidents[0]?.title, incidents[0]?.impact];
		expect(read.slice(title?.range.start, title?.range.end)).toBe('\u{1F525} fire');
		expect(read.slice(impact?.range.start, impact?.range.end)).toBe('minor');
		expect(problems).toEqual([]);
	}
});

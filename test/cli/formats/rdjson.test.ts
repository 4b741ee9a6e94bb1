import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../../src/core/line-index.ts';
import { applyEdits } from '../../../src/core/text-edit.ts';
import { EVERYTHING, expectSame, type Files, logs, outputOf } from './places.ts';

describe('rdjson', () => {
	const position = closed({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } });
	const range = closed({ start: position, end: position });
	/** The message `DiagnosticResult` of the format. Its reader rejects unknown fields. */
	const validate = new Ajv2020({ allErrors: true }).compile(
		closed({
			source: closed({ name: { type: 'string' }, url: { type: 'string' } }),
			diagnostics: {
				type: 'array',
				items: closed({
					message: { type: 'string', minLength: 1 },
					location: closed({ path: { type: 'string', minLength: 1 }, range }),
					severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
					code: closed({ value: { type: 'string' }, url: { type: 'string' } }),
					suggestions: { type: 'array', items: closed({ range, text: { type: 'string' } }) },
				}),
			},
		}),
	);
	function closed(properties: Readonly<Record<string, object>>): object {
		return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
	}

	interface Position {
		readonly line: number;
		readonly column: number;
	}
	interface Diagnostic {
		readonly message: string;
		readonly location: { readonly path: string; readonly range: Readonly<Record<'start' | 'end', Position>> };
		readonly severity: string;
		readonly code: { readonly value: string };
		readonly suggestions: readonly {
			readonly range: Readonly<Record<'start' | 'end', Position>>;
			readonly text: string;
		}[];
	}

	async function diagnosticsOf(files: Files): Promise<readonly Diagnostic[]> {
		const result = JSON.parse(await outputOf('rdjson', files));
		validate(result);
		expect(validate.errors).toBe(null);
		return result.diagnostics;
	}

	/** The offset of a position, whose column counts bytes of UTF-8. */
	function offsetOf(text: string, { line, column }: Position): number {
		const start = new LineIndex(text).startOfLine(line - 1);
		const bytes = Buffer.from(text.slice(start)).subarray(0, column - 1);
		return start + bytes.toString().length;
	}

	test('matches its schema, and has the findings of JSON', async () => {
		const levels = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' };
		for (const files of logs) {
			const places = (await diagnosticsOf(files)).map(({ message, location, severity, code }) => {
				const text = files[location.path] ?? '';
				const lines = new LineIndex(text);
				const { line, character } = lines.positionAt(offsetOf(text, location.range.start));
				return {
					path: location.path,
					line: line + 1,
					column: character + 1,
					code: code.value,
					level: severity,
					message,
				};
			});
			await expectSame(files, places, levels);
		}
	});

	test('counts columns in bytes, and suggests the fixed text', async () => {
		const file = 'bulletins/2024-08-31.md';
		const text = EVERYTHING[file] ?? '';
		const [found] = (await diagnosticsOf(EVERYTHING)).filter(({ location }) => location.path === file);
		expect(found?.location.range.start).toEqual({ line: 5, column: 45 });
		const [first] = found?.suggestions ?? [];
		const { start, end } = first?.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
		const edit = { range: { start: offsetOf(text, start), end: offsetOf(text, end) }, newText: first?.text ?? '' };
		const fixed = applyEdits(text, [edit]);
		expect(fixed).toBe(text.replace('EST', 'EDT'));
	});
});

import { Ajv } from 'ajv/dist/ajv.js';
import { expect, test } from 'vitest';
import { logs, outputOf, type Place, placesOf, sorted } from './places.ts';

test('gitlab has the required fields, with unique fingerprints', async () => {
	const validate = new Ajv({ allErrors: true }).compile({
		type: 'array',
		items: {
			type: 'object',
			required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
			properties: {
				description: { type: 'string', minLength: 1 },
				check_name: { type: 'string', minLength: 1 },
				fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
				severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
				location: {
					type: 'object',
					required: ['path', 'lines'],
					properties: {
						// Relative, without `./`.
						path: { type: 'string', pattern: '^(?!/|\\./)' },
						lines: {
							type: 'object',
							required: ['begin'],
							properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
						},
					},
				},
			},
		},
	});
	const levels = { error: 'major', warning: 'minor', info: 'info', hint: 'info' };
	for (const files of logs) {
		const issues = JSON.parse(await outputOf('gitlab', files));
		validate(issues);
		expect(validate.errors).toBe(null);
		const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
		expect(new Set(prints).size).toBe(prints.length);
		const withoutColumns = (places: readonly Place[]) => sorted(places.map(place => ({ ...place, column: 0 })));
		const places = issues.map(
			({ description, check_name, severity, location }: Record<string, string> & { location: Issue }) => ({
				path: location.path,
				line: location.lines.begin,
				column: 0,
				code: check_name,
				level: severity,
				message: description,
			}),
		);
		expect(withoutColumns(places)).toEqual(withoutColumns(await placesOf(files, levels)));
	}
	interface Issue {
		readonly path: string;
		readonly lines: { readonly begin: number };
	}
});

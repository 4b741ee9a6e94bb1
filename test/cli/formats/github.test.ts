import { describe, expect, test } from 'vitest';
import { readCommands } from '../../support/github-runner.ts';
import { runOn } from '../../support/memory-host.ts';
import { EVERYTHING, expectSame, inTerminal, logs, NOTHING, outputOf, placesOf } from './places.ts';

describe('github', () => {
	test('is read by the runner with the findings of JSON', async () => {
		const levels = { info: 'notice', hint: 'notice' };
		for (const files of logs) {
			const output = await outputOf('github', files);
			const commands = readCommands(output);
			expect(commands).toHaveLength(output.split('\n').length - 1);
			const places = commands.map(({ name, properties, data }) => {
				const known = ['file', 'line', 'col', 'endLine', 'endColumn', 'title'];
				expect(known).toEqual(expect.arrayContaining(Object.keys(properties)));
				return {
					path: properties['file'] ?? '',
					line: Number(properties['line']),
					column: Number(properties['col'] ?? Number.NaN),
					code: properties['title'] ?? '',
					level: name,
					message: data,
				};
			});
			// Columns are left out for ranges of several lines.
			const columns = new Map(
				(await placesOf(files, levels)).map(place => [
					JSON.stringify([place.path, place.line, place.code]),
					place.column,
				]),
			);
			const whole = places.map(place => ({
				...place,
				column: Number.isNaN(place.column)
					? (columns.get(JSON.stringify([place.path, place.line, place.code])) ?? 0)
					: place.column,
			}));
			await expectSame(files, whole, levels, inTerminal);
		}
	});

	test('has columns only for ranges in one line', async () => {
		const { out } = await runOn({ files: EVERYTHING }, 'check', '--format', 'github');
		expect(out).toContain('::error file=incidents/a%2C b%3A 100%25.yaml,line=2,col=9,endLine=2,endColumn=12,title=');
		for (const { properties } of readCommands(out)) {
			expect(properties['col'] === undefined).toBe(properties['line'] !== properties['endLine']);
		}
	});

	test('states why the check could not run', async () => {
		expect(readCommands(await outputOf('github', NOTHING, 'no%0Awhere.yaml'))).toEqual([
			{ name: 'error', properties: { title: 'incident-log' }, data: 'File or folder not found: `no%0Awhere.yaml`.' },
		]);
	});
});

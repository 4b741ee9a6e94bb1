import { describe, expect, test } from 'vitest';
import { filesAt, filesIn, readFixture, readText } from './fixture.ts';
import { FixtureLog } from './fixture-log.ts';

describe('the fixture format', () => {
	test('divides a text into files and finds the cursor', () => {
		expect(readFixture('//- /a.yaml\nx: «1»\n//- /b/c.md\nti$0tle\n')).toEqual({
			files: new Map([
				['a.yaml', 'x: 1\n'],
				['b/c.md', 'title\n'],
			]),
			cursor: { path: 'b/c.md', offset: 2 },
		});
	});

	test('counts offsets without the marks', () => {
		expect(readText('«a»$0«b$0»')).toEqual({
			text: 'ab$0',
			marks: [
				{ start: 0, end: 1 },
				{ start: 1, end: 4 },
			],
			cursor: 1,
		});
		expect(readText('«a$0»b«c»')).toEqual({
			text: 'abc',
			marks: [
				{ start: 0, end: 1 },
				{ start: 2, end: 3 },
			],
			cursor: 1,
		});
		expect(readText('x').cursor).toBeUndefined();
	});

	test.each(['a.yaml', '//a.yaml', '/'])('rejects the path %s', path => {
		expect(() => readFixture(`//- ${path}\nx\n`)).toThrow('Invalid path');
	});

	test('takes files by path as well', () => {
		const files = { 'incidents/a.yaml': 'title: $0\n' };
		expect([...filesIn(files)]).toEqual(Object.entries(files));
		expect(filesAt('file:///log', files)).toEqual({ 'file:///log/incidents/a.yaml': 'title: $0\n' });
	});
});

describe('the log over a fixture', () => {
	test('has the configuration of its file', () => {
		const log = new FixtureLog('//- /incident-log.yaml\ntime_zone: America/New_York\n//- /incidents/a.yaml\n');
		expect(log.configuration.timeZone).toBe('America/New_York');
		expect(log.documents().map(({ kind }) => kind)).toEqual(['configuration', 'incident']);
	});

	test('rejects a file that is not a document, unless it is to be left out', () => {
		expect(() => new FixtureLog('//- /notes/a.md\n')).toThrow('notes/a.md is not a document of the log');
		const log = new FixtureLog('//- /notes/a.md\n', { skipOtherFiles: true });
		expect(log.documents()).toEqual([]);
		expect(log.view.inFile(log.uri('notes/a.md'))).toEqual([]);
		log.remove('notes/a.md');
		expect(log.view.inFile(log.uri('notes/a.md'))).toBeUndefined();
	});
});

import { expect, test } from 'vitest';
import { DependencyTracker } from '../../src/log/dependency-tracker.ts';

test('dependents of a key are the documents whose last check has read it', () => {
	const readers = new DependencyTracker();
	readers.record('a', new Set(['x', 'y']));
	readers.record('b', new Set(['y']));
	expect([...readers.dependents(['y'])].sort()).toEqual(['a', 'b']);
	expect([...readers.dependents(['x', 'y', 'z'])].sort()).toEqual(['a', 'b']);
	readers.record('a', new Set(['z']));
	expect([...readers.dependents(['x'])]).toEqual([]);
	expect([...readers.dependents(['y'])]).toEqual(['b']);
	readers.remove('b');
	readers.record('a', new Set());
	expect([...readers.dependents(['x', 'y', 'z'])]).toEqual([]);
});

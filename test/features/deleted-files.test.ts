import { expect, test } from 'vitest';
import { deletionEffect } from '../../src/features/deleted-files.ts';
import { openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const effect = (paths: readonly string[]) => {
	const { session, uri } = openLog(SMALL_LOG);
	const { deleted, referrers } = deletionEffect(session, paths.map(uri));
	const short = (text: string) => text.slice(uri('').length);
	return {
		deleted: deleted.map(short),
		referrers: referrers.map(({ uri: of, references }) => [short(of), references]),
	};
};

test('a deletion lists the documents that refer to the file, with the number of references', () => {
	expect(effect(['incidents/2024-07-12-jobs.yaml'])).toEqual({
		deleted: ['incidents/2024-07-12-jobs.yaml'],
		referrers: [
			['bulletins/2024-08-24.md', 1],
			['incidents/2024-08-15-store.md', 3],
			['postmortems/2024-07-12-jobs.md', 1],
		],
	});
});

test('a deletion of a folder does not list documents in it', () => {
	expect(effect(['incidents', 'bulletins']).referrers).toEqual([['postmortems/2024-07-12-jobs.md', 1]]);
});

test('a deletion of a file without references lists nothing', () => {
	expect(effect(['bulletins/2024-08-24.md', 'src/main.ts'])).toEqual({ deleted: [], referrers: [] });
});

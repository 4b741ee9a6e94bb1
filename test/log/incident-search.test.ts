import { expect, test } from 'vitest';
import { FixtureLog } from '../support/fixture-log.ts';

const record = (title: string, day: string, more = '') =>
	`title: ${title}\nimpact: minor\nstatus: resolved\nstarted_at: 2024-${day}T09:00:00Z\nresolved_at: 2024-${day}T10:00:00Z\n${more}`;

const FILES = {
	'incidents/2024-02-01-queue.yaml': record('Job queue full after a leaked lease', '02-01', 'components: [queue]\n'),
	'incidents/2024-04-01-dns.yaml': record('DNS resolvers time out', '04-01', 'summary: The cache was cold.\n'),
	'incidents/2024-06-01-queue.yaml': record('Job queue full again', '06-01', 'components: [queue]\n'),
	'incidents/2024-07-01-jp.yaml': record('ジョブキューが満杯になった', '07-01'),
};

const idsOf = (definitions: readonly { readonly id: string }[]) => definitions.map(({ id }) => id);
const definitionIn = (log: FixtureLog, path: string) => {
	const [definition] = log.definitionsOf(log.uri(path));
	if (definition === undefined) {
		throw new Error(`No definition in ${path}`);
	}
	return definition;
};

test('an incident is found by a word, its beginning, and a word with a typing error', async () => {
	const { search } = new FixtureLog(FILES);
	expect(idsOf(await search.find('resolvers'))).toEqual(['2024-04-01-dns']);
	expect(idsOf(await search.find('resol'))).toEqual(['2024-04-01-dns']);
	expect(idsOf(await search.find('resolwers'))).toEqual(['2024-04-01-dns']);
	expect(idsOf(await search.find('満杯'))).toEqual(['2024-07-01-jp']);
	expect(await search.find('kubelet')).toEqual([]);
	expect(await search.find('')).toEqual([]);
});

test('the incident with more of the words is first', async () => {
	const { search } = new FixtureLog(FILES);
	expect(idsOf(await search.find('queue full lease'))).toEqual(['2024-02-01-queue', '2024-06-01-queue']);
});

test('similar incidents are those that began earlier', async () => {
	const log = new FixtureLog(FILES);
	expect(idsOf(await log.search.earlierLike(definitionIn(log, 'incidents/2024-06-01-queue.yaml')))).toEqual([
		'2024-02-01-queue',
	]);
	expect(await log.search.earlierLike(definitionIn(log, 'incidents/2024-02-01-queue.yaml'))).toEqual([]);
	expect(await log.search.earlierLike(definitionIn(log, 'incidents/2024-04-01-dns.yaml'))).toEqual([]);
});

test('a record, its entry in a bulletin and its postmortem are one result', async () => {
	const { search } = new FixtureLog({
		...FILES,
		'bulletins/2024-02-03.md':
			'# 2024-02-03\n\n## Trailing 2 Weeks Incidents\n\n* **February 1: Job queue full after a leaked lease** (09:00 UTC): one hour.\n',
		'postmortems/2024-02-01.md': '---\nincidents: [2024-02-01-queue]\n---\n\n# Leaked lease\n',
	});
	expect(idsOf(await search.find('leaked lease'))).toEqual(['2024-02-01-queue']);
});

test('changed, added and deleted documents are found as they are now', async () => {
	const log = new FixtureLog(FILES);
	expect(idsOf(await log.search.find('dns'))).toEqual(['2024-04-01-dns']);
	log.write('incidents/2024-04-01-dns.yaml', record('Certificates expired', '04-01'));
	log.write('incidents/2024-08-01-disk.yaml', record('Disk of the build host full', '08-01'));
	log.remove('incidents/2024-06-01-queue.yaml');
	const found = await Promise.all(['dns', 'certificates', 'disk', 'again'].map(word => log.search.find(word)));
	// The id keeps the word.
	expect(found.map(idsOf)).toEqual([['2024-04-01-dns'], ['2024-04-01-dns'], ['2024-08-01-disk'], []]);
});

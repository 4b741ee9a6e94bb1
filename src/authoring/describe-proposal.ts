import { counted } from '../core/counted.ts';
import { listed } from '../core/listed.ts';
import { RECORD_KINDS } from '../core/record-folders.ts';
import { coverageLine } from '../log/coverage-line.ts';
import type { Proposal } from './propose.ts';

/** "24 postmortems in docs/postmortems", "4 incidents and 1 postmortem in 2 folders". */
export function describeFound({ recognised, folders }: Proposal): string {
	const parts = RECORD_KINDS.flatMap(kind => (recognised[kind] > 0 ? [counted(recognised[kind], kind)] : []));
	const [first] = folders;
	const places = new Set(folders.map(({ path }) => path)).size;
	const where = places > 1 ? ` in ${places} folders` : first && first.path !== '' ? ` in ${first.path}` : '';
	return `${listed(parts, 'and')}${where}`;
}

/** What a proposed configuration reads, in one or two sentences. */
export function describeReading({ recognised, read, coverage }: Proposal): string {
	const total = Object.values(recognised).reduce((sum, count) => sum + count, 0);
	const all = `With this configuration, ${read} of ${total} ${total === 1 ? 'is' : 'are'} read.`;
	return coverage.records === 0 ? all : `${all} ${coverageLine(coverage)}; ${coverage.whole} wholly understood.`;
}

/** The records of each folder, if they are in several: "docs/incidents: 12 incidents". */
export function describeFolders({ folders }: Proposal): readonly string[] {
	return folders.length < 2
		? []
		: folders.map(({ path, kind, files }) => `${path === '' ? 'this folder' : path}: ${counted(files, kind)}`);
}

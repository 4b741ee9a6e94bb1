import type { Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';
import { childUri } from '../../src/core/uri/uri.ts';
import type { DocumentParser } from '../../src/log/document-parser.ts';
import type { Environment } from '../../src/log/environment.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import type { Repository } from '../../src/node/git/repository.ts';
import { CLOCK, type FixtureFiles, filesIn } from './fixture.ts';

const CWD = 'file:///home/log';

/** The result of a run of the command line. */
export interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
	readonly written: ReadonlyMap<string, string>;
}

export interface Machine {
	/** A fixture; paths are relative to the working directory. */
	readonly files: FixtureFiles;
	/** Files of the last commit. */
	readonly committed?: Readonly<Record<string, string>>;
	/** Files of other commits, by revision. Without `committed`, `commits` and `index` there is no repository. */
	readonly commits?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Files of the next commit. */
	readonly index?: Readonly<Record<string, string>>;
	readonly variables?: Readonly<Record<string, string>>;
	/** The text on standard input. */
	readonly input?: string;
	/** The answer to each question. */
	readonly answer?: boolean;
	/** The width of the terminal. Without it there is no terminal. */
	readonly columns?: number;
	readonly hyperlinks?: boolean;
	readonly parser?: DocumentParser;
}

function uriOf(path: string): string {
	return path === '.' ? CWD : path.split('/').reduce(childUri, CWD);
}

function pathOf(uri: string): string {
	return decodeURIComponent(uri.slice(CWD.length + 1));
}

/** The repository of a machine: its commits by revision, and its index. */
function repositoryOf({ committed, commits, index }: Machine): Repository | undefined {
	const all = new Map(Object.entries({ ...commits, ...(committed && { HEAD: committed }) }));
	if (all.size === 0 && index === undefined) {
		return undefined;
	}
	return {
		top: CWD,
		index: () => environmentOf(index ?? {}),
		commit: revision => environmentOf(all.get(revision) ?? {}),
		mergeBase: revision => revision,
		close: () => undefined,
	};
}

function environmentOf(files: Readonly<Record<string, string>>): Environment {
	return new MemoryEnvironment(Object.fromEntries(Object.entries(files).map(([path, text]) => [uriOf(path), text])));
}

/** Runs the whole command line on a machine in memory, at the time of `CLOCK`. */
export async function runOn(machine: Machine, ...args: string[]): Promise<Run> {
	const out: string[] = [];
	const err: string[] = [];
	const written = new Map<string, string>();
	const environment = new MemoryEnvironment(
		Object.fromEntries([...filesIn(machine.files)].map(([path, text]) => [uriOf(path), text])),
	);
	const host: Host = {
		environment,
		clock: CLOCK,
		...(machine.parser && { parser: machine.parser }),
		cwd: CWD,
		out: { write: text => void out.push(text), columns: machine.columns, hyperlinks: machine.hyperlinks ?? false },
		err: { write: text => void err.push(text), columns: machine.columns, hyperlinks: machine.hyperlinks ?? false },
		variables: machine.variables ?? {},
		timeZone: 'Europe/Berlin',
		toUri: uriOf,
		toPath: uri => (uri === CWD ? '.' : pathOf(uri)),
		writeFile: (uri, text) => void written.set(pathOf(uri), String(text)),
		removeFile: uri => void written.delete(pathOf(uri)),
		yieldToEventLoop: async () => undefined,
		removeLeftovers: () => undefined,
		openRepository: () => repositoryOf(machine),
		readInput: async () => new TextEncoder().encode(machine.input ?? ''),
		confirm: async () => machine.answer ?? false,
		serveLanguage: async () => undefined,
		serveTools: async () => undefined,
	};
	const code = await main(args, host);
	return { code, out: out.join(''), err: err.join(''), written };
}

import fs from 'node:fs';
import path from 'node:path';
import { errorText } from '../core/scalar-text.ts';
import { committedText } from '../node/git.ts';
import { nodeEnvironment, pathOfUri, uriOfPath } from '../node/node-environment.ts';
import { type Host, type Output, UsageError } from './host.ts';

/** The command line's host on this machine. */
export function nodeHost(): Host {
	return {
		environment: nodeEnvironment(),
		clock: { now: Date.now },
		cwd: uriOfPath(process.cwd()),
		out: output(process.stdout),
		err: output(process.stderr),
		variables: process.env,
		toUri: typed => uriOfPath(path.resolve(typed)),
		toPath: uri => {
			const relative = path.relative(process.cwd(), pathOfUri(uri));
			return relative === '' ? '.' : relative.startsWith('..') ? pathOfUri(uri) : relative;
		},
		writeFile: (uri, text) => writeWhole(pathOfUri(uri), text),
		committed: uri => committedText(pathOfUri(uri)),
		serveLanguage: async () => (await import('../server/node.ts')).startNodeServer(),
	};
}

function output(stream: NodeJS.WriteStream): Output {
	return {
		// A reader that went away (`| head`) is no reason to complain.
		write: text => void stream.write(text, error => ignoreClosedPipe(error)),
		columns: stream.isTTY ? stream.columns : undefined,
	};
}

function ignoreClosedPipe(error: Error | null | undefined): void {
	if (error && !('code' in error && error.code === 'EPIPE')) {
		throw error;
	}
}

/** Writes beside the file and renames, so that no reader ever sees half of it. A link stays one, and the mode as it is. */
function writeWhole(named: string, text: string): void {
	const exists = fs.existsSync(named);
	const file = exists ? fs.realpathSync(named) : named;
	const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
	try {
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(temporary, text, exists ? { mode: fs.statSync(file).mode } : {});
		fs.renameSync(temporary, file);
	} catch (error) {
		if (fs.existsSync(temporary)) {
			fs.rmSync(temporary);
		}
		throw new UsageError(`could not write ${file}: ${errorText(error)}`);
	}
}

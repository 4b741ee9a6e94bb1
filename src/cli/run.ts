import { main } from './main.ts';
import { nodeHost } from './node-host.ts';

/** Runs the command line of this process. */
export async function run(): Promise<void> {
	// Not process.exit(): it would drop output that is still being written to a pipe.
	const code = await main(process.argv.slice(2), nodeHost());
	// A failed output has set the exit code already.
	process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

import { main } from './main.ts';
import { nodeHost } from './node-host.ts';

/** Runs the command line of this process. */
export async function run(): Promise<void> {
	// Not process.exit(): it would drop output that is still being written to a pipe.
	process.exitCode = await main(process.argv.slice(2), nodeHost());
}

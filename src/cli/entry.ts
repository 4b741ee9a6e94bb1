import { main } from './main.ts';
import { nodeHost } from './node-host.ts';

// Not process.exit(): what is still being written to a pipe must arrive.
void main(process.argv.slice(2), nodeHost()).then(code => {
	process.exitCode = code;
});

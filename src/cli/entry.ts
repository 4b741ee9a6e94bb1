import { main } from './main.ts';
import { nodeHost } from './node-host.ts';

// Not process.exit(): it would drop output that is still being written to a pipe.
void main(process.argv.slice(2), nodeHost()).then(code => {
	process.exitCode = code;
});

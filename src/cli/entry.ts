import module from 'node:module';
import { isIdleCommit } from './idle-commit.ts';

// Node 22.1 and later store compiled code. Compiling the other bundle is a third of the time to start. The types are
// those of the oldest supported version.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
	module.enableCompileCache();
}
if (isIdleCommit(process.argv.slice(2), process.env, process.cwd())) {
	process.stdout.write('✓ No staged file of a log\n');
} else {
	void import('./run.ts').then(({ run }) => run());
}

import module from 'node:module';

// Node 22.1 and later store compiled code. Compiling the other bundle is a third of the time to start. The types are
// those of the oldest supported version.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
	module.enableCompileCache();
}
void import('./run.ts').then(({ run }) => run());

import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		readonly seed: number;
	}
}

// Runs before every test file, so that no property can forget its seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') });

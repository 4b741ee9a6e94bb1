import type { Defect } from '../../src/log/defect.ts';

/** In tests an internal error is no finding but fails the test. */
export function throwDefect({ error }: Defect): never {
	throw error;
}

import type { Defect } from '../../src/log/defect.ts';

/** Throws an internal error, so that it fails the test instead of becoming a finding. */
export function throwDefect({ error }: Defect): never {
	throw error;
}

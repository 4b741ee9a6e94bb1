import { getSystemErrorMap } from 'node:util';
import { errorText } from '../core/scalar-text.ts';

/** The message of the operating system for an error of Node, without the paths that Node adds: "no space left on device". */
export function systemErrorText(error: unknown): string {
	const number = error instanceof Error && 'errno' in error ? error.errno : undefined;
	const [, message] = (typeof number === 'number' && getSystemErrorMap().get(number)) || [];
	return message ?? errorText(error);
}

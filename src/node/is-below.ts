import path from 'node:path';

/** Returns true if a path is a folder or below it. `rules`: those of another platform. */
export function isBelow(folder: string, file: string, rules: path.PlatformPath = path): boolean {
	const relative = rules.relative(folder, file);
	return relative !== '..' && !relative.startsWith(`..${rules.sep}`) && !rules.isAbsolute(relative);
}

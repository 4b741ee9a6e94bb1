import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build.mjs';

/** Before the tests, and in watch mode before each run: the validators and `dist/`, which some tests start, are up to date. */
export default async function prepare(project: TestProject): Promise<void> {
	const build = async () => void (await buildAll());
	await build();
	project.onTestsRerun(build);
}

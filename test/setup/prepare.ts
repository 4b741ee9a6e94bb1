import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build.mjs';

/** Builds the validators and `dist/`, which some tests start, before the tests and before each rerun in watch mode. */
export default async function prepare(project: TestProject): Promise<void> {
	const build = async () => void (await buildAll());
	await build();
	project.onTestsRerun(build);
}

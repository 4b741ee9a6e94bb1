// All tests that need a real VS Code.
import { pack } from './pack.mjs';
import { report } from './suites.mjs';
import { runPage } from './test-page.mjs';
import { runSite } from './test-site.mjs';
import { runSuites } from './test-suite.mjs';
import { runWorkbench } from './test-workbench.mjs';

const vsix = pack();
const counts = [];
for (const run of [runSuites, async () => [await runPage()], async () => [await runSite()], runWorkbench]) {
	try {
		counts.push(...(await run(vsix)));
	} catch (error) {
		console.error(error);
		counts.push({ passed: 0, failed: 1, skipped: 0 });
	}
}
report(counts);

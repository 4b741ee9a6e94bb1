import * as assert from 'node:assert/strict';
import { hoverText } from './support/features.ts';
import { suiteRunner } from './support/run.ts';
import { until } from './support/until.ts';
import { closeAll, open, place, running, untilCodes, write } from './support/workspace.ts';

const RIGHT = 'content/issues/2025-06-03-tracking-slow.md';
const WRONG = 'content/issues/2025-06-05-no-labels.md';

export const run = suiteRunner(__filename, () => {
	suite('the log of a status page that cState makes', () => {
		suiteSetup(running);
		teardown(closeAll);

		test('is detected from its records and checked without a configuration', async () => {
			await untilCodes(WRONG, ['time/order']);
			await untilCodes(RIGHT, []);
		});

		test('is read with the values of its dialect', async () => {
			const { document } = await open(RIGHT);
			const at = place(document, 'disrupted', 1);
			assert.match(await until('the hover', async () => (await hoverText(document.uri, at)) || undefined), /major/);
		});

		test('gains a record when a file is created that matches the detection rules', async () => {
			await write(
				'content/issues/2025-06-07-lost.md',
				'---\ntitle: Parcels lost\ndate: 2025-06-07 10:00:00\nresolvedWhen: 2025-06-06 10:00:00\nseverity: down\n---\n',
			);
			await untilCodes('content/issues/2025-06-07-lost.md', ['time/order']);
		});
	});
});

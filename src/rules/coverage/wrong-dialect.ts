import { mismatchMessage } from '../../core/dialect-fit.ts';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { configurationFields } from '../../parse/records/configuration.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';

export const wrongDialect: Rule = {
	code: 'coverage/wrong-dialect',
	title: 'Dialect that does not fit the records',
	rationale: dedent`
		\`dialect\` names the format of all records of a log. Records in another format are read as if they stated nothing. The
		rule reports a dialect that fits fewer than a fifth of the records, and names the one that does. Without \`dialect\`, the
		form of each record is detected.
	`,
	level: 'error',
	kinds: ['configuration'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A dialect with records of its form',
			text: dedent`
				//- /incident-log.yaml
				dialect: cstate
				//- /content/issues/queue.md
				---
				title: Queue stopped
				date: 2024-08-26 05:30:00
				resolved: true
				resolvedWhen: 2024-08-26 09:05:00
				severity: down
				affected: [Queue]
				section: issue
				---

				All fixed.
			`,
		},
	],
	invalid: [
		{
			caption: 'The dialect of a status page, and Markdown with labels',
			text: dedent`
				//- /incident-log.yaml
				title: Infra Log
				dialect: «cstate»
				//- /postmortems/2024-08-26-queue.md
				# Queue stopped

				**Date:** 2024-08-26
				**Severity:** SEV-2
			`,
			message:
				'Dialect `cstate` fits 0 of 1 record. Expected no `dialect`, so that the form of each record is detected.',
			fixed: dedent`
				//- /incident-log.yaml
				title: Infra Log
				//- /postmortems/2024-08-26-queue.md
				# Queue stopped

				**Date:** 2024-08-26
				**Severity:** SEV-2
			`,
		},
		{
			caption: 'The dialect of another tool',
			text: dedent`
				//- /incident-log.yaml
				dialect: «statusfy»
				//- /incidents/queue.md
				---
				title: Queue stopped
				date: 2024-08-26 05:30:00
				resolvedWhen: 2024-08-26 09:05:00
				severity: down
				affected: [Queue]
				---

				All fixed.
			`,
			message: 'Dialect `statusfy` fits 0 of 1 record. Expected `cstate`.',
			also: ['impact/unknown-level', 'schema/invalid'],
		},
	],
	*check({ document, log }) {
		const stated = configurationFields(document).text(['dialect']);
		const mismatch = stated && log.dialectMismatch();
		// The command line can replace the dialect of the configuration.
		if (stated && mismatch && stated.value === mismatch.dialect) {
			const { dialect, records, fitting, expected } = mismatch;
			yield {
				range: stated.range,
				message: mismatchMessage(mismatch),
				fixes: [
					expected === undefined ? removeLine(stated.range, document.text) : write(stated.range, expected, 'suggested'),
				],
				data: { found: dialect, expected: expected ?? null, records, fitting },
			};
		}
	},
};

function removeLine({ start, end }: Range, text: string): Fix {
	const next = text.indexOf('\n', end);
	const range = { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next + 1 };
	return { title: 'Remove `dialect`', edits: [{ range, newText: '' }], safe: false };
}

import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

export const duplicateKey: Rule = {
	code: 'schema/duplicate-key',
	title: 'Duplicate key',
	rationale: dedent`
		YAML 1.2 requires unique keys (section 3.2.1.3), and parsers differ: some use the first value, some use the last, and
		some reject the file. Usual causes are a copied line and two people who add the same field.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The same key in two mappings',
			text: dedent`
				title: Proxy dropped connections
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				timeline:
				  - { at: 2024-08-26T05:41:00-04:00, text: Alert fires }
				  - { at: 2024-08-26T05:50:00-04:00, text: Proxy restarted }
			`,
		},
	],
	invalid: [
		{
			caption: 'A field that was added twice',
			text: dedent`
				title: Proxy dropped connections
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				«impact»: major
				components: [proxy]
			`,
			message: 'Duplicate key `impact`. Expected each key once.',
			fixed: dedent`
				title: Proxy dropped connections
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: [proxy]
			`,
		},
		{
			caption: 'A duplicate key in front matter',
			text: dedent`
				//- /incidents/2024-08-26-proxy.md
				---
				title: Proxy dropped connections
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				«title»: The proxy dropped connections
				---

				Connections to one region were cut off.
			`,
			message: 'Duplicate key `title`. Expected each key once.',
			fixed: dedent`
				//- /incidents/2024-08-26-proxy.md
				---
				title: Proxy dropped connections
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				---

				Connections to one region were cut off.
			`,
		},
	],
	*check({ document }) {
		for (const report of problemsOf(document, 'duplicate-key')) {
			const fix = removeLine(document, report.range);
			yield { ...report, ...(fix && { fixes: [fix] }) };
		}
	},
};

/** Removes the key's line. Undefined unless the line certainly contains only the key and its complete value. */
function removeLine({ text, lines }: LogDocument, key: Range): Fix | undefined {
	const line = lines.lineAt(key.start);
	const range = { start: lines.startOfLine(line), end: lines.startOfLine(line + 1) };
	const before = text.slice(range.start, key.start);
	const after = text.slice(key.end, range.end);
	const next = text.slice(range.end, range.end + before.length + 2);
	const isOnlyEntry = /^ *["']?$/.test(before) && /^["']?: +[^\s|>&*!{["'][^{[]*$/.test(after);
	const continues = next.startsWith(before) && /^(?:[ \t]|- )/.test(next.slice(before.length));
	return isOnlyEntry && !continues
		? { title: 'Remove this line', edits: [{ range, newText: '' }], safe: false }
		: undefined;
}

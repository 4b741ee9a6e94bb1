import { EMPTY_RANGE } from '../../core/range.ts';
import type { UnreadEntry } from '../../core/unread.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { unreadOf } from '../support/unread.ts';

export const searchLimit: Rule = {
	code: 'file/search-limit',
	title: 'Incomplete search for files',
	rationale: dedent`
		The search for files stops after 1,000,000 files and folders, after 60 seconds, and at 64 nested folders. Files
		beyond these limits are not checked, so the check fails. The usual cause is a check of a folder far above the log:
		check the folder of the log instead.
	`,
	level: 'error',
	kinds: ['configuration'],
	valid: [
		{
			caption: 'A log that was read completely',
			text: dedent`
				//- /incident-log.yaml
				title: Infra Log
			`,
		},
	],
	invalid: [
		{
			caption: 'A log in a folder with too many files',
			text: dedent`
				//- /incident-log.yaml
				«»title: Infra Log
			`,
			unread: [{ kind: 'limit', path: '.', limit: 'entries', max: 1_000_000 }],
			message: 'Incomplete search of folder `.`: too many files and folders. Expected at most 1000000.',
		},
	],
	*check({ document, log }) {
		for (const { kind, path, limit, max } of unreadOf('limit', document, log)) {
			yield { range: EMPTY_RANGE, message: messageOf(path, limit, max), data: { kind, path, limit, max } };
		}
	},
};

function messageOf(path: string, limit: Extract<UnreadEntry, { kind: 'limit' }>['limit'], max: number): string {
	switch (limit) {
		case 'entries':
			return `Incomplete search of folder \`${path}\`: too many files and folders. Expected at most ${max}.`;
		case 'time':
			return `Incomplete search of folder \`${path}\`: out of time. Expected at most ${max / 1000} s.`;
		case 'depth':
			return `Folder \`${path}\` not searched: nested too deeply. Expected at most ${max} nested folders.`;
	}
}

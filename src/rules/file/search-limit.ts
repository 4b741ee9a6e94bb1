import type { UnreadEntry } from '../../core/unread.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { HEAD, unreadOf } from '../support/unread.ts';

export const searchLimit: Rule = {
	code: 'file/search-limit',
	title: 'Log not searched to its end',
	rationale: dedent`
		The search for files ends at 1,000,000 files and folders, after 60 seconds, and 64 folders deep. What lies beyond
		is not checked, so the run must not pass. Check the folder of the log rather than one far above it.
	`,
	level: 'error',
	kinds: ['configuration'],
	valid: [
		{
			caption: 'A log of which everything was read',
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
			message: 'folder `.` was not searched to its end; expected at most 1000000 files and folders',
		},
	],
	*check({ document, log }) {
		for (const { kind, path, limit, max } of unreadOf('limit', document, log)) {
			yield { range: HEAD, message: messageOf(path, limit, max), data: { kind, path, limit, max } };
		}
	},
};

function messageOf(path: string, limit: Extract<UnreadEntry, { kind: 'limit' }>['limit'], max: number): string {
	switch (limit) {
		case 'entries':
			return `folder \`${path}\` was not searched to its end; expected at most ${max} files and folders`;
		case 'time':
			return `folder \`${path}\` was not searched to its end; expected at most ${max / 1000} s`;
		case 'depth':
			return `folder \`${path}\` was not searched; expected at most ${max} nested folders`;
	}
}

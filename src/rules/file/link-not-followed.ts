import { EMPTY_RANGE } from '../../core/range.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { unreadOf } from '../support/unread.ts';

export const linkNotFollowed: Rule = {
	code: 'file/link-not-followed',
	title: 'Link not followed',
	rationale: dedent`
		Each file is read once, under its real path. A symbolic link is therefore not followed: a target inside of the log
		is read under its own path, and a target outside is not part of the log. A link with the path of a document, or of
		a folder of documents, is a warning, and any other link out of the log is an info. A link to a document that is
		read under its own path is not reported.
	`,
	level: 'info',
	kinds: ['configuration'],
	valid: [
		{
			caption: 'A log without links',
			text: dedent`
				//- /incident-log.yaml
				title: Infra Log
			`,
		},
	],
	invalid: [
		{
			caption: 'A link `shared` to a folder outside of the log',
			text: dedent`
				//- /incident-log.yaml
				«»title: Infra Log
			`,
			unread: [{ kind: 'link', path: 'shared', of: 'folder', target: 'file:///shared', isInside: false }],
			message: 'Link `shared` not followed: its target is outside of the log. Expected a folder.',
		},
		{
			caption: 'A link `incidents` to a folder that no glob matches',
			text: dedent`
				//- /incident-log.yaml
				«»title: Infra Log
			`,
			unread: [
				{
					kind: 'link',
					path: 'incidents',
					of: 'folder',
					target: 'file:///log/records',
					isInside: true,
					targetPath: 'records',
				},
			],
			message: 'Link `incidents` not followed. Expected a glob for `records` under `files` in the configuration.',
		},
	],
	*check({ document, log }) {
		for (const { kind, path, of, targetPath, isDocument } of unreadOf('link', document, log)) {
			yield {
				range: EMPTY_RANGE,
				message:
					targetPath === undefined
						? `Link \`${path}\` not followed: its target is outside of the log. Expected a ${of}.`
						: `Link \`${path}\` not followed. Expected a glob for \`${targetPath}\` under \`files\` in the configuration.`,
				data: { kind, path },
				...(isDocument && { level: 'warning' }),
			};
		}
	},
};

import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { HEAD, unreadOf } from '../support/unread.ts';

export const linkNotFollowed: Rule = {
	code: 'file/link-not-followed',
	title: 'Link not followed',
	rationale: dedent`
		Each file is read once, under its real path. A symbolic link is therefore not followed: what it leads to in the log
		is read anyway, and what lies outside is no part of the log. A link that has the name of a document, or is a folder
		of documents by its path, is a warning; another link out of the log is an info. A link to a document that is read
		under its own path is not reported.
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
			caption: 'A link to a folder elsewhere, `shared`',
			text: dedent`
				//- /incident-log.yaml
				«»title: Infra Log
			`,
			unread: [{ kind: 'link', path: 'shared', of: 'folder', target: 'file:///shared', isInside: false }],
			message: 'link `shared` leads out of the log and is not followed; expected a folder',
		},
		{
			caption: 'A link from `incidents` to a folder that no glob names',
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
			message: 'link `incidents` is not followed; expected `files` in the configuration to name `records`',
		},
	],
	*check({ document, log }) {
		for (const { kind, path, of, targetPath, isDocument } of unreadOf('link', document, log)) {
			yield {
				range: HEAD,
				message:
					targetPath === undefined
						? `link \`${path}\` leads out of the log and is not followed; expected a ${of}`
						: `link \`${path}\` is not followed; expected \`files\` in the configuration to name \`${targetPath}\``,
				data: { kind, path },
				...(isDocument && { level: 'warning' }),
			};
		}
	},
};

import { EMPTY_RANGE } from '../../core/range.ts';
import { unreadableMessage } from '../../core/unread.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';
import { unreadOf } from '../support/unread.ts';

export const unreadable: Rule = {
	code: 'file/unreadable',
	title: 'Unreadable file or folder',
	rationale: dedent`
		A record that cannot be read is missing from the bulletin, and no other rule can check it. A file without read
		permission, a broken link, a pipe or a device is reported at its first character. A folder, and a name that is not
		UTF-8, is reported at the log's configuration, or at the log's folder if there is none. A log with an unreadable
		configuration is checked with the defaults.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
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
			caption: 'A folder without read permission, `incidents/2024`',
			text: dedent`
				//- /incident-log.yaml
				«»title: Infra Log
			`,
			unread: [{ kind: 'unreadable', path: 'incidents/2024', of: 'folder', reason: 'no-permission' }],
			message: 'Unreadable folder `incidents/2024`: permission denied. Expected read permission.',
		},
	],
	*check({ document, log }) {
		yield* problemsOf(document, 'unreadable');
		for (const { kind, of, path, reason } of unreadOf('unreadable', document, log)) {
			const message = unreadableMessage(`${of} \`${path}\``, reason);
			yield { range: EMPTY_RANGE, message, data: { kind, path, reason } };
		}
	},
};

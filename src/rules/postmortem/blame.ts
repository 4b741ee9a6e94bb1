import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';

const WHO =
	'(?:he|she|they|we|(?:the |an? |our )?(?:[a-z-]{1,20} )?(?:engineer|operator|developer|admin(?:istrator)?|on-call|intern|contractor|team|person))';

/** Words that put the fault in a person. */
const BLAME = new RegExp(
	[
		String.raw`\b(?:human|operator|user|engineer) error\b`,
		String.raw`\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|ce)|sloppy|sloppiness|stupid(?:ly|ity)?|laz(?:y|iness))\b`,
		String.raw`\b(?:to blame|at fault|(?:his|her|their|\p{L}{1,40}['’]s) (?:own )?(?:fault|mistake))\b`,
		String.raw`\b(?:should|ought to) have (?:known|checked|noticed|tested|asked|seen|read|been more careful|paid attention)\b`,
		String.raw`\b${WHO} (?:forgot|neglected|failed|did ?n[o'’]t bother) to\b`,
	].join('|'),
	'giu',
);

export const blame: Rule = {
	code: 'postmortem/blame',
	title: 'A postmortem looks for causes, and not for the guilty',
	rationale: dedent`
		"Human error" ends the search where it should begin: why was it easy to do, and why did nothing stop it? Off unless
		the configuration turns it on, as words alone cannot know what is meant.
	`,
	level: 'off',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'What made it possible',
			text: dedent`
				//- /incident-log.yaml
				rules: { postmortem/blame: warning }
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				The command took the name of production for that of the test system, and asked nobody.
			`,
		},
	],
	invalid: [
		{
			caption: 'Who did it',
			text: dedent`
				//- /incident-log.yaml
				rules: { postmortem/blame: warning }
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				Due to «human error» the queue was deleted. The engineer «should have checked» where they were.
			`,
			message: '`human error` puts the fault in a person; expected what made it possible',
		},
		{
			caption: 'In YAML',
			text: dedent`
				//- /incident-log.yaml
				rules: { postmortem/blame: warning }
				//- /postmortems/2024-08-26-queue.yaml
				title: Queue stood still
				root_cause: «The on-call forgot to» drain the queue first.
			`,
			message: '`The on-call forgot to` puts the fault in a person; expected what made it possible',
		},
	],
	*check({ document }) {
		for (const { start, text } of proseOf(document)) {
			for (const { index, 0: words } of text.matchAll(BLAME)) {
				yield {
					range: { start: start + index, end: start + index + words.length },
					message: `${quoted(words)} puts the fault in a person; expected what made it possible`,
				};
			}
		}
	},
};

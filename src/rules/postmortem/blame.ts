import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';

const PERSON =
	'(?:he|she|they|we|(?:the |an? |our )?(?:[a-z-]{1,20} )?(?:engineer|operator|developer|admin(?:istrator)?|on-call|intern|contractor|team|person))';

/** Words that blame a person. */
const BLAME = new RegExp(
	[
		String.raw`\b(?:human|operator|user|engineer) error\b`,
		String.raw`\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|ce)|sloppy|sloppiness|stupid(?:ly|ity)?|laz(?:y|iness))\b`,
		String.raw`\b(?:to blame|at fault|(?:his|her|their|\p{L}{1,40}['’]s) (?:own )?(?:fault|mistake))\b`,
		String.raw`\b(?:should|ought to) have (?:known|checked|noticed|tested|asked|seen|read|been more careful|paid attention)\b`,
		String.raw`\b${PERSON} (?:forgot|neglected|failed|did ?n[o'’]t bother) to\b`,
	].join('|'),
	'giu',
);

export const blame: Rule = {
	code: 'postmortem/blame',
	title: 'Blaming language',
	rationale: dedent`
		"Human error" ends the analysis where it should start: why was the error easy to make, and why did nothing prevent
		it? The rule matches words such as "careless" and "should have checked", without their context. It is therefore off
		by default.
	`,
	level: 'off',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'The circumstances of an error',
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
			caption: 'A person as the cause',
			text: dedent`
				//- /incident-log.yaml
				rules: { postmortem/blame: warning }
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				Due to «human error» the queue was deleted. The engineer «should have checked» where they were.
			`,
			message: 'Blaming language `human error`. Expected the circumstances that made the error possible.',
		},
		{
			caption: 'A person as the cause, in YAML',
			text: dedent`
				//- /incident-log.yaml
				rules: { postmortem/blame: warning }
				//- /postmortems/2024-08-26-queue.yaml
				title: Queue stood still
				root_cause: «The on-call forgot to» drain the queue first.
			`,
			message: 'Blaming language `The on-call forgot to`. Expected the circumstances that made the error possible.',
		},
	],
	*check({ document }) {
		for (const { start, text } of proseOf(document)) {
			for (const { index, 0: words } of text.matchAll(BLAME)) {
				yield {
					range: { start: start + index, end: start + index + words.length },
					message: `Blaming language ${quoted(words)}. Expected the circumstances that made the error possible.`,
				};
			}
		}
	},
};

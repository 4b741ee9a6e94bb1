import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { publicMatches } from './support/public-matches.ts';

/** Credentials by the form that their issuer gives them. */
const SECRETS: readonly (readonly [name: string, pattern: RegExp])[] = [
	['private key', /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g],
	['access key of AWS', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
	['token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,90})\b/g],
	['token of GitLab', /\bglpat-[A-Za-z0-9_-]{20}\b/g],
	['token of Slack', /\bxox[abeoprs]-[A-Za-z0-9-]{10,80}\b/g],
	['webhook of Slack', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,30}\b/g],
	['key of Google', /\bAIza[A-Za-z0-9_-]{35}\b/g],
	['key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{20,100}\b/g],
	['token of npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
	['key of OpenAI or Anthropic', /\bsk-(?:ant-|proj-)[A-Za-z0-9_-]{20,200}/g],
	['key of SendGrid', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/g],
	['JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,500}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{20,1000}/g],
	['password in a URL', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]{1,60}:[^\s/:@"'<>]{3,100}@[A-Za-z0-9]/g],
];

export const secret: Rule = {
	code: 'publish/secret',
	title: 'Secret in a published text',
	rationale: dedent`
		Keys, tokens and passwords in a published page can be used by everybody, and remain in the history of the repository:
		replace them where they are valid. Credentials are recognised by the form that their issuer gives them. Drafts,
		internal parts and internal fields are not checked, and nothing is with \`publish: { audience: internal }\`.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'The name of a key, and a key in an internal part',
			text: dedent`
				id: 2024-08-26-key
				title: Key expired
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: |
				  The key AKIA… expired. <!-- internal -->It was AKIAIOSFODNN7EXAMPLF.<!-- /internal -->
			`,
		},
	],
	invalid: [
		{
			caption: 'A key in a summary',
			text: dedent`
				id: 2024-08-26-key
				title: Key expired
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: The job used «AKIAIOSFODNN7EXAMPLF».
			`,
			message: 'Secret in a published text: access key of AWS. Expected no credentials, or an internal part.',
		},
		{
			caption: 'A password in a URL',
			text: dedent`
				id: 2024-08-26-key
				title: Queue down
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: Connected to «amqp://jobs:hunter22@q»ueue.
			`,
			message: 'Secret in a published text: password in a URL. Expected no credentials, or an internal part.',
		},
	],
	*check(context) {
		for (const [name, pattern] of SECRETS) {
			for (const { range } of publicMatches([pattern], context)) {
				const message = `Secret in a published text: ${name}. Expected no credentials, or an internal part.`;
				yield { range, message };
			}
		}
	},
};

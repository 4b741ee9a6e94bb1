import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { publicMatches } from './support/public-matches.ts';

const HOSTS: readonly RegExp[] = [
	/(?<![\p{L}\p{N}.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?!\.?[\p{L}\p{N}])/gu,
	/(?<![\p{L}\p{N}.@_-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:internal|intranet|local|localdomain|lan|corp|home\.arpa)(?![\p{L}\p{N}._-])/giu,
];

export const privateHost: Rule = {
	code: 'publish/private-host',
	title: 'Private host in a published text',
	rationale: dedent`
		Private IP addresses (RFC 1918) and names of hosts in private domains such as \`.internal\` and \`.corp\` describe the inside of
		a network to everybody, and mean nothing to readers. Drafts, internal parts and internal fields are not checked, and nothing is with
		\`publish: { audience: internal }\`.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'Public addresses and names, and a version',
			text: dedent`
				id: 2024-08-26-host
				title: Host unreachable
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: db.example.com (203.0.113.7) runs release 10.2.3 of local.conf.
			`,
		},
		{
			caption: 'An internal log',
			text: dedent`
				//- /incident-log.yaml
				publish:
				  audience: internal
				//- /incidents/2024-08-26-host.yaml
				title: Host unreachable
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: 10.0.4.17 did not answer.
			`,
		},
	],
	invalid: [
		{
			caption: 'An address and a name',
			text: dedent`
				id: 2024-08-26-host
				title: Host unreachable
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: «10.0.4.17» («db-3.eu.corp») did not answer.
			`,
			message: 'Private host `10.0.4.17` in a published text. Expected a name for readers, or an internal part.',
		},
	],
	*check(context) {
		for (const { text, range } of publicMatches(HOSTS, context)) {
			const message = `Private host \`${text}\` in a published text. Expected a name for readers, or an internal part.`;
			yield { range, message };
		}
	},
};

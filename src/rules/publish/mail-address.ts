import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { textsOption } from '../support/options.ts';
import { publicMatches } from './support/public-matches.ts';

const ADDRESS =
	/(?<![\p{L}\p{N}._%+@/:-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z0-9@-])/giu;

/** Reserved for documentation by RFC 2606. */
const EXAMPLE = /@(?:[a-z0-9-]{1,63}\.){0,8}(?:example(?:\.(?:com|net|org))?|test|invalid)$/i;

export const mailAddress: Rule = {
	code: 'publish/mail-address',
	title: 'Mail address in a published text',
	rationale: dedent`
		A published address is personal data, and is collected by senders of spam. Addresses of reserved domains such as
		\`example.com\` are not reported, nor those in the option \`allow\`: an address, or \`@\` and a domain. Drafts, internal parts and internal
		fields are not checked, and nothing is with \`publish: { audience: internal }\`.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	options: {
		allow: {
			type: 'array',
			items: { type: 'string' },
			default: [],
			description: 'Addresses that are published, or `@` and a domain for all of its addresses.',
		},
	},
	valid: [
		{
			caption: 'An address for examples, and one in a draft',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail late
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: Mail to jo@example.com was late.
				//- /postmortems/2024-08-26-mail.md
				---
				title: Why mail was late
				status: draft
				---
				Ask jo@team.dev.
			`,
		},
	],
	invalid: [
		{
			caption: 'The address of a customer',
			text: dedent`
				id: 2024-08-26-mail
				title: Mail late
				impact: none
				started_at: 2024-08-26T10:00:00Z
				resolved_at: 2024-08-26T11:00:00Z
				summary: Reported by «jo.doe@customer.dev».
			`,
			message: 'Mail address `jo.doe@customer.dev` in a published text. Expected no address, or an internal part.',
		},
	],
	*check(context) {
		if (!context.document.text.includes('@')) {
			return;
		}
		const allowed = textsOption(context.options['allow']).map(each => each.toLowerCase());
		for (const { text, range } of publicMatches([ADDRESS], context)) {
			const address = text.toLowerCase();
			const isAllowed = allowed.some(each => (each.startsWith('@') ? address.endsWith(each) : address === each));
			if (!EXAMPLE.test(address) && !isAllowed) {
				const message = `Mail address \`${text}\` in a published text. Expected no address, or an internal part.`;
				yield { range, message };
			}
		}
	},
};

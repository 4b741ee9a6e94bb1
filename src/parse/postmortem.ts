import { readActionItems } from './action-items.ts';
import type { MarkdownBody, Postmortem } from './document.ts';
import type { Fields } from './fields.ts';
import { readIdentity } from './identity.ts';
import { headingOf } from './incident.ts';

export function readPostmortem(fields: Fields, body: MarkdownBody | undefined): Postmortem {
	const title = fields.text(['title']) ?? headingOf(body);
	return {
		...readIdentity(fields, title),
		title,
		incidents: [...fields.texts(['incident']), ...fields.texts(['incidents'])],
		status: fields.text(['status']),
		timeline: [],
		actionItems: readActionItems(fields),
	};
}

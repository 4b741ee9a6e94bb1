import { compareText } from '../../core/compare-text.ts';
import type { Definition } from '../../core/definition.ts';
import { formatDay } from '../../core/time/format.ts';
import { factLink } from '../fact-link.ts';
import { type Html, html } from '../html.ts';
import { definitionIdentity } from '../merged-incident.ts';
import type { PageRequest } from '../page-context.ts';
import type { PageLinks } from '../page-links.ts';
import { capitalised } from './fact-list.ts';

/**
 * Renders the records and bulletins that refer to an incident or a postmortem, by their date. Undefined without any. `own`:
 * the definitions of the page itself. `known`: records that the page names elsewhere.
 */
export function referrerList(
	own: readonly Definition[],
	known: readonly Definition[],
	{ log, referencesTo }: PageRequest,
	links: PageLinks,
): Html | undefined {
	const omitted = new Set([...own, ...known].map(definitionIdentity));
	const found = new Map<string, Definition>();
	for (const { uri, reference } of own.flatMap(definition => referencesTo?.(definition) ?? [])) {
		const inFile = log.inFile(uri) ?? [];
		const referrer = inFile.find(({ id }) => id === reference.owner) ?? inFile[0];
		if (referrer !== undefined && !omitted.has(definitionIdentity(referrer))) {
			found.set(definitionIdentity(referrer), referrer);
		}
	}
	const byDate = [...found.values()].sort(
		(one, other) => compareText(one.date ?? '', other.date ?? '') || compareText(one.uri, other.uri),
	);
	return byDate.length === 0
		? undefined
		: html`<ul>${byDate.map(each => html`<li>${referrerText(each, links)}</li>\n`)}</ul>`;
}

function referrerText(referrer: Definition, links: PageLinks): Html {
	const { kind, source, uri, range, date, title } = referrer;
	const { href } = links.look({ target: { by: 'uri', uri } });
	const name = title.replaceAll('`', '');
	const link = factLink(
		{
			relation:
				kind === 'incident' && source === 'record' ? undefined : source === 'entry' ? 'Entry' : capitalised(kind),
			text: kind === 'bulletin' && date !== undefined ? `of ${formatDay(date)}` : name,
			href,
			source: { uri, offset: range.start },
		},
		links,
	);
	return html`${link}${kind !== 'bulletin' && date !== undefined && `, ${formatDay(date)}`}`;
}

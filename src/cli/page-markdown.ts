import { tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/**
 * Converts the HTML of an article to Markdown: the picture becomes its table. The HTML has no markup of records, and text that
 * looks like HTML is escaped, so that a site generator cannot run it.
 */
export function articleMarkdown(article: string): string {
	const service = new TurndownService({
		headingStyle: 'atx',
		codeBlockStyle: 'fenced',
		bulletListMarker: '-',
		emDelimiter: '*',
	});
	const escapeMarkdown = service.escape.bind(service);
	service.escape = text => escapeMarkdown(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	service.use(tables);
	service.remove(['summary']);
	service.remove(node => node.nodeName.toLowerCase() === 'svg');
	service.addRule('fact', {
		filter: node => node.nodeName === 'DIV' && node.parentNode?.nodeName === 'DL',
		replacement: (_, node) => {
			const [name = '', ...values] = [...node.childNodes].map(part => service.turndown(part.innerHTML ?? '').trim());
			return `\n- **${name}**: ${values.filter(value => value !== '').join(', ')}`;
		},
	});
	// Markdown has no anchors for entries.
	service.addRule('anchor', {
		filter: node => node.nodeName === 'A' && (node.getAttribute('href') ?? '').startsWith('#entry-'),
		replacement: (content, node) => (node.textContent === 'Permalink' ? '' : content),
	});
	// Facts of an entry, which the style sheet separates.
	service.addRule('facts', {
		filter: node => node.nodeName === 'P' && node.className === 'il-facts-line',
		replacement: (_, node) => {
			const facts = [...node.childNodes].map(fact => service.turndown(fact.outerHTML ?? '').trim());
			return `\n\n${facts.filter(fact => fact !== '').join(' · ')}\n\n`;
		},
	});
	return `${service.turndown(article).trim()}\n`;
}

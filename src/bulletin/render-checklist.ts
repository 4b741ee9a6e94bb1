import { attributes, type Html, html } from './html.ts';
import type { BulletinPage, ChecklistItem } from './model.ts';
import { relativeUri } from './relative-uri.ts';

/** What stands between the page and its publication. Only the preview shows it. */
export function renderChecklist(page: BulletinPage): Html {
	const { checklist } = page;
	if (checklist.length === 0) {
		return html``;
	}
	const count = checklist.length === 1 ? '1 finding' : `${checklist.length} findings`;
	return html`<aside class="il-checklist" aria-label="Before publication"><details open><summary>${count} before publication</summary><ul>${checklist.map(
		item => itemHtml(item, page),
	)}</ul></details></aside>
`;
}

function itemHtml({ level, code, message, uri, offset, line }: ChecklistItem, { base }: BulletinPage): Html {
	const relative = relativeUri(base, uri);
	const place = attributes({ 'data-uri': relative, 'data-offset': offset });
	const known = LEVEL_CLASSES.has(level) ? ` il-level-${level}` : '';
	return html`<li${place}><span class="il-level${known}">${level}</span><span>${message}</span><span class="il-where">${readable(relative)}:${line + 1} · ${code}</span></li>`;
}

const LEVEL_CLASSES: ReadonlySet<string> = new Set(['error', 'warning', 'info', 'hint']);

function readable(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}

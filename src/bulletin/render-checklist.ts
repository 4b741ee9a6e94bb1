import { LEVELS } from '../core/finding.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { attributes, type Html, html, trusted } from './html.ts';
import { renderTitle } from './markdown.ts';
import type { BulletinPage, ChecklistItem } from './model.ts';

/** What stands between the page and its publication. Only the preview shows it. */
export function renderChecklist(page: BulletinPage): Html {
	const { checklist } = page;
	if (checklist.length === 0) {
		return html``;
	}
	const worstFirst = [...checklist].sort((a, b) => LEVELS_HERE.indexOf(a.level) - LEVELS_HERE.indexOf(b.level));
	return html`<aside class="il-checklist" aria-label="Before publication"><details><summary>Before publication: ${counts(checklist)}</summary><ul>${worstFirst.map(
		item => itemHtml(item, page),
	)}</ul></details></aside>
`;
}

function itemHtml({ level, code, message, uri, offset, line }: ChecklistItem, { base }: BulletinPage): Html {
	const relative = relativeUri(base, uri);
	const place = attributes({ 'data-uri': relative, 'data-offset': offset });
	const known = LEVELS_HERE.includes(level) ? ` il-level-${level}` : '';
	return html`<li${place}><span class="il-level${known}">${level}</span><span>${trusted(renderTitle(message))}</span><span class="il-where">${readable(relative)}:${line + 1} · ${code}</span></li>`;
}

const LEVELS_HERE: readonly string[] = LEVELS;

/** "1 error, 2 warnings, 1 info": worst first. */
function counts(checklist: readonly ChecklistItem[]): string {
	return LEVELS.flatMap(level => {
		const count = checklist.filter(item => item.level === level).length;
		return count === 0 ? [] : `${count} ${level}${count === 1 || level === 'info' ? '' : 's'}`;
	}).join(', ');
}

function readable(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}

import { LEVELS } from '../core/finding.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { attributes, type Html, html, trusted } from './html.ts';
import { renderTitle } from './markdown.ts';
import type { BulletinPage, ChecklistItem } from './model.ts';

/** Renders the findings to resolve before publication. Only the preview shows them. */
export function renderChecklist(page: BulletinPage): Html {
	const { checklist } = page;
	if (checklist.length === 0) {
		return html``;
	}
	const worstFirst = [...checklist].sort((a, b) => KNOWN_LEVELS.indexOf(a.level) - KNOWN_LEVELS.indexOf(b.level));
	return html`<aside class="il-checklist" aria-label="Before publication"><details><summary>Before publication: ${counts(checklist)}</summary><ul>${worstFirst.map(
		item => itemHtml(item, page),
	)}</ul></details></aside>
`;
}

function itemHtml({ level, code, message, uri, offset, line, action }: ChecklistItem, { base }: BulletinPage): Html {
	const relative = relativeUri(base, uri);
	const place = attributes({ 'data-uri': relative, 'data-offset': offset });
	const button =
		action &&
		html` <button type="button" class="il-action" data-action="${action.name}">${trusted(renderTitle(action.title))}</button>`;
	const known = KNOWN_LEVELS.includes(level) ? ` il-level-${level}` : '';
	return html`<li${place}><span class="il-level${known}">${level}</span><span>${trusted(renderTitle(message))}${button}</span><span class="il-where">${readable(relative)}:${line + 1} · ${code}</span></li>`;
}

const KNOWN_LEVELS: readonly string[] = LEVELS;

/** Formats the number of findings by level, worst first: "1 error, 2 warnings, 1 info". */
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

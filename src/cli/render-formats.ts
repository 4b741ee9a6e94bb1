import type { BulletinPage } from '../bulletin/model.ts';
import { exportPicture } from '../bulletin/picture.ts';
import { renderArticle } from '../bulletin/render-page.ts';
import { renderStandalone } from '../bulletin/standalone.ts';
import { LIGHT_PICTURE } from '../bulletin/theme-styles.ts';
import type { OnDefect } from '../log/defect.ts';
import type { Log } from '../log/log.ts';
import { siteFeeds } from '../publish/feeds.ts';
import { incidentsJson } from '../publish/incidents-json.ts';
import type { SitePlan } from '../publish/site-plan.ts';
import { UsageError } from './host.ts';

/** What is rendered. */
export interface RenderedPage {
	readonly log: Log;
	/** The page as it is published. */
	readonly page: BulletinPage;
	/** The page of the week, with the picture. */
	readonly weekPage: BulletinPage | undefined;
	/** The incidents of the page. */
	readonly plan: () => SitePlan;
	readonly onDefect: OnDefect;
}

/** The values of `--format`. */
export const RENDER_FORMATS = ['html', 'markdown', 'svg', 'png', 'json', 'atom'] as const;

/** Renders a page in a format. */
export async function renderAs(
	format: (typeof RENDER_FORMATS)[number],
	rendered: RenderedPage,
): Promise<string | Uint8Array> {
	const { log, page, plan, onDefect } = rendered;
	switch (format) {
		case 'html':
			return renderStandalone(page, onDefect);
		case 'markdown':
			return markdown(rendered);
		case 'svg':
			return svg(rendered);
		case 'png':
			return (await import('./png.ts')).renderPng(svg(rendered));
		case 'json':
			return incidentsJson(log, plan());
		case 'atom':
			return siteFeeds(log, plan()).atom;
	}
}

async function markdown({ page, onDefect }: RenderedPage): Promise<string> {
	const { articleMarkdown } = await import('./page-markdown.ts');
	return articleMarkdown(renderArticle(page, onDefect));
}

function svg({ page, weekPage }: RenderedPage): string {
	const picture = page.picture ?? weekPage?.picture;
	if (picture === undefined) {
		throw new UsageError(
			'No picture: the document has no week. Expected a bulletin, a week, or a record with a start.',
		);
	}
	return `${exportPicture(picture, LIGHT_PICTURE)}\n`;
}

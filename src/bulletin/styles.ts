import { editorTextStyles, pageTextStyles } from './page-styles.ts';
import { pictureStyles } from './picture-styles.ts';
import { editorThemeStyles, themeStyles } from './theme-styles.ts';

/** The stylesheet of published pages, which the preview uses as well. It loads no other resource. */
export const pageStyles = compact(`${themeStyles}${pageTextStyles}${pictureStyles}`);

/** Additional styles of the preview: the theme of VS Code, the checklist, and marks for editors. */
export const editorStyles = `${editorThemeStyles}${editorTextStyles}`;

/** Removes white space that has no meaning: after punctuation, and before braces. No style contains such text in quotes. */
function compact(styles: string): string {
	return styles
		.replace(/([:;,{}])\s+/g, '$1')
		.replaceAll(' {', '{')
		.replaceAll(';}', '}')
		.trim();
}

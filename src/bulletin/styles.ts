import { pageTextStyles } from './page-styles.ts';
import { pictureStyles } from './picture-styles.ts';
import { themeStyles } from './theme-styles.ts';

/** The stylesheet of the page, for the preview and for published pages. It loads no other resource. */
export const pageStyles = `${themeStyles}${pageTextStyles}${pictureStyles}`;

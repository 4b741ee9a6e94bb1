import { pageTextStyles } from './page-styles.ts';
import { pictureStyles } from './picture-styles.ts';
import { themeStyles } from './theme-styles.ts';

/** The one stylesheet of the page, for the preview and for what is published. It asks for nothing from anywhere. */
export const pageStyles = `${themeStyles}${pageTextStyles}${pictureStyles}`;

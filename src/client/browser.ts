import type { ExtensionContext } from 'vscode';
import { activateExtension, type ExtensionApi } from './extension.ts';

/**
 * The web extension host loads only one file, so that the session and the client library are in the same bundle. They do
 * not run before they are imported.
 */
export const activate = (context: ExtensionContext): ExtensionApi =>
	activateExtension(context, async () => (await import('./browser-session.ts')).startBrowserSession(context));

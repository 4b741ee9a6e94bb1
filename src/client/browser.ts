import type { ExtensionContext } from 'vscode';
import { activateExtension, type ExtensionApi } from './extension.ts';

/**
 * The web extension host loads one file and no other, so the session is in the same bundle; but nothing of it, nor of
 * the client library, runs before it is imported.
 */
export const activate = (context: ExtensionContext): ExtensionApi =>
	activateExtension(context, async () => (await import('./browser-session.ts')).startBrowserSession(context));

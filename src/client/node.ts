import type { ExtensionContext } from 'vscode';
import { activateExtension, type ExtensionApi } from './extension.ts';

/** The build splits this into two bundles: the session, with the client library, is in the second one. */
export const activate = (context: ExtensionContext): ExtensionApi =>
	activateExtension(context, async () => (await import('./node-session.ts')).startNodeSession(context));

import type { ExtensionContext } from 'vscode';
import { activateExtension, type ExtensionApi } from './extension.ts';

/** The build makes two bundles of this: the session, with the client library, is loaded from the second one. */
export const activate = (context: ExtensionContext): ExtensionApi =>
	activateExtension(context, async () => (await import('./node-session.ts')).startNodeSession(context));

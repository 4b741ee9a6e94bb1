import { Uri, type Webview } from 'vscode';
import { editorStyles, pageStyles } from '../../bulletin/styles.ts';
import previewStyles from './preview.css';

/** Returns 128 random bits, by which the content security policy allows the extension's script and styles. */
function nonce(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Returns the empty document that pages are drawn into. Its policy allows the extension's script and the styles below, and
 * no images, fonts, frames, forms or requests.
 */
export function shell(webview: Webview, extension: Uri): string {
	const key = nonce();
	const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview.js'));
	const policy = `default-src 'none'; script-src 'nonce-${key}'; style-src 'nonce-${key}'; base-uri 'none'; form-action 'none'`;
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Bulletin</title>
<style nonce="${key}">
${pageStyles}
${editorStyles}
${previewStyles}
</style>
</head>
<body>
<script nonce="${key}" src="${script}"></script>
</body>
</html>`;
}

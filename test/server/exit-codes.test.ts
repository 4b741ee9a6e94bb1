import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { bin } from '../support/process.ts';

describe('`exit`', () => {
	const message = (content: object) => {
		const text = JSON.stringify({ jsonrpc: '2.0', ...content });
		return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
	};
	const initialize = message({
		id: 1,
		method: 'initialize',
		params: { processId: null, rootUri: null, capabilities: {} },
	});
	const initialized = message({ method: 'initialized', params: {} });
	const shutdown = message({ id: 2, method: 'shutdown' });
	const exit = message({ method: 'exit' });

	/** The exit code of the server's process after some messages. Its input remains open. */
	function exitCode(...messages: readonly string[]): Promise<number | null> {
		const server = spawn(process.execPath, [bin, 'lsp'], { stdio: ['pipe', 'ignore', 'inherit'] });
		server.stdin.write(messages.join(''));
		return new Promise((resolve, reject) => {
			server.once('exit', resolve);
			server.once('error', reject);
		});
	}

	test.each([
		['after `shutdown`', 0, [initialize, initialized, shutdown, exit]],
		['without `shutdown`', 1, [initialize, initialized, exit]],
		['before `initialize`', 1, [exit]],
		['after a refused `shutdown`', 1, [shutdown, exit]],
	] as const)('%s ends the process with %i', async (_, code, messages) => {
		expect(await exitCode(...messages)).toBe(code);
	});
});

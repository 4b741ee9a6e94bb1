import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

/** A tool and its handler. The handler resolves with the answer for the model, or rejects with a message for it. */
export interface ServedTool {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly inputSchema: object;
	run(input: Readonly<Record<string, unknown>>): Promise<object>;
}

/**
 * Serves read-only tools on standard input and output by the Model Context Protocol. Resolves when the client closes the
 * input.
 */
export async function serveTools(tools: readonly ServedTool[], version: string): Promise<void> {
	const server = new Server({ name: 'incident-log', title: 'Incident Log', version }, { capabilities: { tools: {} } });
	server.setRequestHandler(ListToolsRequestSchema, () => ({
		tools: tools.map(({ name, title, description, inputSchema }) => ({
			name,
			title,
			description,
			inputSchema: { ...inputSchema, type: 'object' as const },
			annotations: { readOnlyHint: true, openWorldHint: false },
		})),
	}));
	const running = new Set<Promise<CallToolResult>>();
	server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: input = {} } }) => {
		const answer = answerOf(tools, name, input);
		running.add(answer);
		return answer.finally(() => running.delete(answer));
	});
	const ended = new Promise<void>(resolve => process.stdin.once('end', resolve));
	await server.connect(new StdioServerTransport());
	await ended;
	await Promise.all(running);
	await server.close();
}

/** An error of a tool is an answer that the model can react to, and not one of the protocol. */
async function answerOf(
	tools: readonly ServedTool[],
	name: string,
	input: Readonly<Record<string, unknown>>,
): Promise<CallToolResult> {
	try {
		const tool = tools.find(each => each.name === name);
		if (tool === undefined) {
			throw new Error(`Unknown tool \`${name}\`. Expected ${tools.map(each => `\`${each.name}\``).join(', ')}.`);
		}
		return { content: [{ type: 'text', text: JSON.stringify(await tool.run(input)) }] };
	} catch (error) {
		const text = error instanceof Error ? error.message : 'Internal error.';
		return { isError: true, content: [{ type: 'text', text }] };
	}
}

import { Command } from 'commander';
import { version } from '../../../package.json';
import { tools } from '../../assistant/index.ts';
import { runTool } from '../../assistant/tool.ts';
import { openWorkspace } from '../../log/workspace.ts';
import { examples } from '../examples.ts';
import type { BuildCommand } from './command.ts';

export const mcpCommand: BuildCommand = host =>
	new Command('mcp')
		.description('Serve read-only tools for language models (Model Context Protocol) on standard input and output.')
		.argument('[folder]', 'a folder with one or more logs', '.')
		.addHelpText('after', examples('incident-log mcp', 'incident-log mcp docs/incidents'))
		.action(async (folder: string) => {
			const { environment, clock, onDefect } = host;
			const folders = [host.toUri(folder)];
			const workspace = await openWorkspace({ environment, clock, onDefect, searchClock: clock, folders });
			const watching = workspace.watch();
			await host.serveTools(
				tools.map(tool => ({
					...tool,
					run: async input => {
						await workspace.idle();
						workspace.invalidateClock();
						return runTool(tool, workspace.logs, input);
					},
				})),
				version,
			);
			watching.dispose();
		});

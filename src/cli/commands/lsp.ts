import { Command } from 'commander';
import type { BuildCommand } from './command.ts';

export const lspCommand: BuildCommand = host =>
	new Command('lsp')
		.description('serve the Language Server Protocol on standard input and output, for any editor')
		.option('--stdio', 'accepted because clients pass it; there is no other way')
		.action(() => host.serveLanguage());

import { Command } from 'commander';
import { examples } from '../examples.ts';
import type { BuildCommand } from './command.ts';

export const lspCommand: BuildCommand = host =>
	new Command('lsp')
		.description('Run the language server (LSP) on standard input and output.')
		.option('--stdio', 'accepted for clients that pass it; has no effect')
		.addHelpText('after', examples('incident-log lsp'))
		.action(() => host.serveLanguage());

import { checkCommand } from './check.ts';
import type { BuildCommand } from './command.ts';
import { fixCommand } from './fix.ts';
import { lspCommand } from './lsp.ts';
import { renderCommand } from './render.ts';

/** In the order in which `--help` lists them. */
export const commands: readonly BuildCommand[] = [checkCommand, fixCommand, renderCommand, lspCommand];

import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { BuildCommand } from './command.ts';
import { coverageCommand } from './coverage.ts';
import { explainCommand } from './explain.ts';
import { fixCommand } from './fix.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { lspCommand } from './lsp.ts';
import { mcpCommand } from './mcp.ts';
import { newCommand } from './new.ts';
import { renderCommand } from './render.ts';
import { rulesCommand } from './rules.ts';
import { schemaCommand } from './schema.ts';
import { statsCommand } from './stats.ts';

/** The subcommands, in the order of `--help`. */
export const commands: readonly BuildCommand[] = [
	initCommand,
	checkCommand,
	coverageCommand,
	fixCommand,
	newCommand,
	importCommand,
	renderCommand,
	buildCommand,
	statsCommand,
	rulesCommand,
	explainCommand,
	schemaCommand,
	lspCommand,
	mcpCommand,
];

import { Argument, Command } from 'commander';
import { examples } from '../examples.ts';
import { schemaFiles } from '../schema-files.ts';
import type { BuildCommand } from './command.ts';

export const schemaCommand: BuildCommand = host =>
	new Command('schema')
		.description('Print a JSON Schema (draft 2020-12): of a kind of document, or of an output.')
		.addArgument(new Argument('<kind>', 'kind of document or output').choices([...schemaFiles.keys()]))
		.addHelpText('after', examples('incident-log schema incident > incident.schema.json', 'incident-log schema report'))
		.action((kind: string) => {
			host.out.writeData(`${JSON.stringify(schemaFiles.get(kind), null, 2)}\n`);
		});

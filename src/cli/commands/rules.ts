import { Command, Option } from 'commander';
import { rules } from '../../rules/index.ts';
import { ruleUrl } from '../../rules/rule-url.ts';
import { examples } from '../examples.ts';
import type { BuildCommand } from './command.ts';

interface Options {
	readonly format: 'pretty' | 'json';
}

export const rulesCommand: BuildCommand = host =>
	new Command('rules')
		.description('List all rules with code, level and title.')
		.addOption(new Option('--format <name>', 'output format').choices(['pretty', 'json']).default('pretty'))
		.addHelpText('after', examples('incident-log rules', 'incident-log rules --format json'))
		.action(({ format }: Options) => {
			if (format === 'json') {
				host.out.writeData(`${JSON.stringify(rules.map(asData), null, 2)}\n`);
				return;
			}
			const width = Math.max(...rules.map(({ code }) => code.length));
			for (const { code, level, fix, title } of rules) {
				host.out.write(`${code.padEnd(width)}  ${level.padEnd(7)}  ${title}${fix === 'safe' ? ' (fixable)' : ''}\n`);
			}
		});

/** A public format: fields are added and never renamed. */
function asData({ code, title, level, fix, kinds, alwaysOn, options, rationale }: (typeof rules)[number]) {
	return {
		code,
		title,
		level,
		fix: fix ?? null,
		kinds,
		alwaysOn: alwaysOn === true,
		options: options ?? {},
		rationale: rationale.trim(),
		url: ruleUrl(code),
	};
}

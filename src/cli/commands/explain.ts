import { Command } from 'commander';
import { nearest } from '../../core/nearest.ts';
import { findRule } from '../../rules/find-rule.ts';
import { rules } from '../../rules/index.ts';
import { rulePage } from '../../rules/pages.ts';
import { examples } from '../examples.ts';
import { UsageError } from '../host.ts';
import { paint, wantsColour } from '../style.ts';
import { terminalMarkdown } from '../terminal-markdown.ts';
import type { BuildCommand } from './command.ts';

export const explainCommand: BuildCommand = host =>
	new Command('explain')
		.description('Print the documentation of a rule.')
		.argument('<code>', 'rule code, such as time/order')
		.addHelpText('after', examples('incident-log explain time/order'))
		.action((code: string) => {
			const rule = findRule(code);
			if (rule === undefined) {
				const [likely] = nearest(
					code,
					rules.map(({ code }) => code),
					1,
				);
				throw new UsageError(
					`Unknown rule \`${code}\`. ${likely ? `Expected \`${likely}\`.` : 'Run `incident-log rules` for a list.'}`,
				);
			}
			const page = rulePage(rule);
			host.out.write(
				host.out.columns === undefined ? page : terminalMarkdown(page, paint(wantsColour(host, host.out))),
			);
		});

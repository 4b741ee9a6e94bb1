import { Command } from 'commander';
import { rules } from '../../rules/index.ts';
import type { BuildCommand } from './command.ts';

export const rulesCommand: BuildCommand = host =>
	new Command('rules').description('List all rules with code, level and title.').action(() => {
		const width = Math.max(...rules.map(({ code }) => code.length));
		for (const { code, level, fix, title } of rules) {
			host.out.write(`${code.padEnd(width)}  ${level.padEnd(7)}  ${title}${fix === 'safe' ? ' (fixable)' : ''}\n`);
		}
	});

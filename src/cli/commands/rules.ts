import { Command } from 'commander';
import { rules } from '../../rules/index.ts';
import type { BuildCommand } from './command.ts';

export const rulesCommand: BuildCommand = host =>
	new Command('rules').description('list the rules: code, level, what is so in a good log').action(() => {
		const width = Math.max(...rules.map(({ code }) => code.length));
		for (const { code, level, fix, title } of rules) {
			host.out.write(`${code.padEnd(width)}  ${level.padEnd(7)}  ${title}${fix === 'safe' ? ' (fixable)' : ''}\n`);
		}
	});

import { Argument, Command, type Option } from 'commander';
import { examples } from './examples.ts';
import { UsageError } from './host.ts';

/** A word that a shell can offer. */
interface Word {
	readonly name: string;
	readonly description: string;
}

/** The completions of a command and of its own commands. */
interface CommandWords extends Word {
	/** The words that select the command: empty for the program, `['new', 'incident']` for a command of a command. */
	readonly path: readonly string[];
	readonly commands: readonly Word[];
	readonly options: readonly OptionWords[];
	/** The values of the first argument; empty if it is a file or free text. */
	readonly values: readonly string[];
}

interface OptionWords extends Word {
	/** Includes the short form. */
	readonly flags: readonly string[];
	readonly takesValue: boolean;
	/** Empty if the value is a file or free text. */
	readonly values: readonly string[];
}

type Script = (program: string, commands: readonly CommandWords[]) => string;

const SHELLS: ReadonlyMap<string, Script> = new Map([
	['bash', bash],
	['zsh', zsh],
	['fish', fish],
]);

/** Returns the command that prints a completion script for all commands of a program. Paths are completed by the shell. */
export function completionCommand(program: Command, write: (text: string) => void): Command {
	return new Command('completion')
		.description('Print a completion script for a shell.')
		.addArgument(new Argument('<shell>', 'shell').choices([...SHELLS.keys()]))
		.addHelpText(
			'after',
			examples(
				'source <(incident-log completion bash)       # in ~/.bashrc',
				'source <(incident-log completion zsh)        # in ~/.zshrc, after compinit',
				'incident-log completion fish | source        # in ~/.config/fish/config.fish',
			),
		)
		.action((shell: string) => {
			const script = SHELLS.get(shell);
			if (script === undefined) {
				throw new UsageError(`Unknown shell \`${shell}\`. Expected ${[...SHELLS.keys()].join(', ')}.`);
			}
			write(script(program.name(), wordsOf(program, [])));
		});
}

function wordsOf(command: Command, path: readonly string[]): readonly CommandWords[] {
	const help = command.createHelp();
	const children = help.visibleCommands(command).filter(child => child.name() !== 'help');
	const own: CommandWords = {
		name: command.name(),
		description: firstSentence(command.description()),
		path,
		commands: children.map(child => ({ name: child.name(), description: firstSentence(child.description()) })),
		options: help.visibleOptions(command).map(optionWords),
		values: command.registeredArguments[0]?.argChoices ?? [],
	};
	return [own, ...children.flatMap(child => wordsOf(child, [...path, child.name()]))];
}

function optionWords({ long, short, description, required, optional, argChoices }: Option): OptionWords {
	const flags = [long, short].filter(flag => flag !== undefined && flag !== null);
	return {
		name: flags[0] ?? '',
		flags,
		description: firstSentence(description),
		takesValue: required || optional,
		values: argChoices ?? [],
	};
}

function firstSentence(text: string): string {
	return text.split(/[.:;(\n]/, 1)[0]?.trim() ?? '';
}

/** A case per command, by the words before the cursor. Without words of its own, bash completes paths. */
function bash(program: string, commands: readonly CommandWords[]): string {
	const name = functionName(program);
	const cases = commands.map(({ path, commands: children, options, values }) => {
		const flags = options.flatMap(option => option.flags);
		const withValues = options
			.filter(({ takesValue }) => takesValue)
			.map(option => `\t\t\t${option.flags.join('|')}) ${valuesOr(option.values, 'files=1')} ;;`);
		const words = [...children.map(child => child.name), ...values];
		return [
			`\t${quoted(path.join(' '))})`,
			...(withValues.length > 0 ? ['\t\tcase $previous in', ...withValues, '\t\t\t*)'] : []),
			`\t\tif [[ $current == -* ]]; then words=${quoted(flags.join(' '))}; else ${valuesOr(words, 'files=1')}; fi`,
			...(withValues.length > 0 ? ['\t\t\t;;', '\t\tesac'] : []),
			'\t\t;;',
		].join('\n');
	});
	return `# Completion of ${program} for bash. Load it with: source <(${program} completion bash)
${name}() {
	local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path='' words='' files='' word
	for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case "$path $word" in
${commands
	.filter(({ path }) => path.length > 0)
	.map(
		({ path }) => `\t\t\t${quoted(`${path.slice(0, -1).join(' ')} ${path.at(-1)}`)}) path=${quoted(path.join(' '))} ;;`,
	)
	.join('\n')}
		esac
	done
	case $path in
${cases.join('\n')}
	esac
	COMPREPLY=()
	if [[ -n $files ]]; then
		compopt -o default 2>/dev/null
	else
		while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
	fi
}
complete -F ${name} ${program}
`;
}

function valuesOr(values: readonly string[], otherwise: string): string {
	return values.length > 0 ? `words=${quoted(values.join(' '))}` : otherwise;
}

function zsh(program: string, commands: readonly CommandWords[]): string {
	const name = functionName(program);
	const functions = commands.map(({ path, commands: children, options, values }) => {
		const specs = options.flatMap(({ flags, description, takesValue, values }) =>
			flags.map(flag => {
				const value = takesValue ? `:value:${values.length > 0 ? `(${values.join(' ')})` : '_files'}` : '';
				return `\t\t${quoted(`${flag}[${zshText(description)}]${value}`)} \\`;
			}),
		);
		const described = children.map(child => quoted(`${child.name}:${zshText(child.description)}`)).join(' ');
		const body =
			children.length > 0
				? [
						`\tlocal -a commands=(${described})`,
						'\t_arguments -C \\',
						...specs,
						`\t\t'1:command:->command' '*::argument:->argument'`,
						'\tcase $state in',
						'\t\tcommand) _describe command commands ;;',
						`\t\targument) (( $+functions[${functionName(program, path)}_$words[1]] )) && ${functionName(program, path)}_$words[1] ;;`,
						'\tesac',
					]
				: ['\t_arguments \\', ...specs, `\t\t'*:argument:${values.length > 0 ? `(${values.join(' ')})` : '_files'}'`];
		return `${functionName(program, path)}() {\n${body.join('\n')}\n}`;
	});
	return `#compdef ${program}
# Completion of ${program} for zsh. Load it after compinit with: source <(${program} completion zsh)
${functions.join('\n')}
compdef ${name} ${program}
`;
}

function zshText(text: string): string {
	return text.replace(/[[\]:\\]/g, ' ');
}

function fish(program: string, commands: readonly CommandWords[]): string {
	const lines = commands.flatMap(({ path, commands: children, options, values }) => {
		const condition = quoted(`${functionName(program)}_at ${path.join(' ')}`.trim());
		const start = `complete -c ${program} -n ${condition}`;
		return [
			...children.map(child => `${start} -f -a ${child.name} -d ${quoted(child.description)}`),
			...values.map(value => `${start} -f -a ${value}`),
			...options.map(({ flags, description, takesValue, values }) => {
				const names = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
				const value = takesValue ? (values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : ' -r') : '';
				return `${start} ${names.join(' ')}${value} -d ${quoted(description)}`;
			}),
		];
	});
	const paths = commands.filter(({ path }) => path.length > 0).map(({ path }) => quoted(path.join(' ')));
	return `# Completion of ${program} for fish. Load it with: ${program} completion fish | source
# Succeeds if the words before the cursor select exactly the command of the arguments.
function ${functionName(program)}_at
	set -l at
	for word in (commandline -opc)[2..]
		if contains -- (string join -- ' ' $at $word) ${paths.join(' ')}
			set -a at $word
		end
	end
	test "$at" = "$argv"
end
${lines.join('\n')}
`;
}

function functionName(program: string, path: readonly string[] = []): string {
	return `_${[program, ...path].join('_').replace(/-/g, '_')}`;
}

/** Quotes a word for bash, zsh and fish. A quote in it becomes a typographic one, which no shell reads. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", '’').replaceAll('\\', '')}'`;
}

import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { errorText } from '../core/scalar-text.ts';
import { type Defect, defectMessage } from '../log/defect.ts';
import { commands } from './commands/index.ts';
import { type CommandHost, type ExitCode, type Host, UsageError } from './host.ts';

/** What went wrong inside, each error once. */
class DefectReport {
	readonly #host: Host;
	readonly #messages = new Set<string>();

	constructor(host: Host) {
		this.#host = host;
	}

	get isEmpty(): boolean {
		return this.#messages.size === 0;
	}

	add(defect: Defect): void {
		const message = defectMessage(defect, this.#host.cwd);
		if (!this.#messages.has(message)) {
			this.#messages.add(message);
			this.#host.err.write(`incident-log: ${message}\n`);
		}
	}
}

/**
 * Runs the command line and resolves with its exit code; nothing is thrown for what a user typed or wrote.
 * `args` are those after the name of the program.
 */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
	let exit: ExitCode = 0;
	const defects = new DefectReport(host);
	const commandHost: CommandHost = { ...host, onDefect: defect => defects.add(defect) };
	const program = new Command('incident-log')
		.description('Checks, renders and serves a log of incident records, postmortems and bulletins.')
		.version(version)
		.configureOutput({ writeOut: text => host.out.write(text), writeErr: text => host.err.write(text) })
		.showHelpAfterError('(incident-log --help tells more)')
		.exitOverride();
	for (const build of commands) {
		const command = build(commandHost, code => {
			exit = code;
		});
		program.addCommand(command.copyInheritedSettings(program));
	}
	try {
		await program.parseAsync([...args], { from: 'user' });
		return defects.isEmpty || exit !== 0 ? exit : 1;
	} catch (error) {
		if (error instanceof CommanderError) {
			return error.exitCode === 0 ? 0 : 2;
		}
		if (error instanceof UsageError) {
			host.err.write(`incident-log: ${error.message}\n`);
			return 2;
		}
		host.err.write(`incident-log: ${error instanceof Error ? (error.stack ?? error.message) : errorText(error)}\n`);
		return 2;
	}
}

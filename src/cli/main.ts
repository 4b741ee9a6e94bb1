import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { errorText } from '../core/scalar-text.ts';
import { visibleLine } from '../core/visible-text.ts';
import { type Defect, defectMessage } from '../log/defect.ts';
import { commands } from './commands/index.ts';
import { type CommandHost, type ExitCode, type Host, type Output, UsageError } from './host.ts';
import { safeOutput } from './output.ts';

/** What went wrong inside, each error once. */
class DefectReport {
	readonly #err: Output;
	readonly #cwd: string;
	readonly #messages = new Set<string>();

	constructor(err: Output, cwd: string) {
		this.#err = err;
		this.#cwd = cwd;
	}

	get isEmpty(): boolean {
		return this.#messages.size === 0;
	}

	add(defect: Defect): void {
		const message = defectMessage(defect, this.#cwd);
		if (!this.#messages.has(message)) {
			this.#messages.add(message);
			this.#err.write(`incident-log: ${visibleLine(message)}\n`);
		}
	}
}

/**
 * Runs the command line and resolves with its exit code; nothing is thrown for what a user typed or wrote.
 * `args` are those after the name of the program.
 */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
	let exit: ExitCode = 0;
	const out = safeOutput(host.out);
	const err = safeOutput(host.err);
	const defects = new DefectReport(err, host.cwd);
	const commandHost: CommandHost = {
		...host,
		out,
		err,
		toPath: uri => visibleLine(host.toPath(uri)),
		onDefect: defect => defects.add(defect),
	};
	const program = new Command('incident-log')
		.description('Checks, renders and serves a log of incident records, postmortems and bulletins.')
		.version(version)
		.configureOutput({ writeOut: out.write, writeErr: err.write })
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
			err.write(`incident-log: ${visibleLine(error.message)}\n`);
			return 2;
		}
		err.write(`incident-log: ${error instanceof Error ? (error.stack ?? error.message) : errorText(error)}\n`);
		return 2;
	}
}

import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { errorText } from '../core/scalar-text.ts';
import { visibleLine } from '../core/visible-text.ts';
import { type Defect, defectMessage } from '../log/defect.ts';
import { commands } from './commands/index.ts';
import { completionCommand } from './completion.ts';
import { type CommandHost, type ExitCode, type Host, type Output, UsageError } from './host.ts';
import { safeOutput } from './output.ts';
import { writeFailure } from './outputs.ts';

/** Prints internal errors, each message once. */
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
 * Runs the command line and resolves with the exit code. Does not throw for errors in arguments or files.
 * `args`: the arguments after the program name.
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
		.configureOutput({
			writeOut: out.write,
			writeErr: err.write,
			outputError: (message, write) => write(`incident-log: ${parserMessage(message)}\n`),
		})
		.showHelpAfterError('Run `incident-log --help` for usage.')
		.exitOverride();
	for (const build of commands) {
		const command = build(commandHost, code => {
			exit = code;
		});
		program.addCommand(inherit(command, program));
	}
	program.addCommand(inherit(completionCommand(program, out.writeData), program));
	try {
		await program.parseAsync([...args], { from: 'user' });
		return defects.isEmpty || exit !== 0 ? exit : 1;
	} catch (error) {
		if (error instanceof CommanderError && error.exitCode === 0) {
			return 0;
		}
		await writeFailure(commandHost, args, messageOf(error));
		// The parser has printed its errors.
		if (!(error instanceof CommanderError)) {
			err.write(`incident-log: ${error instanceof UsageError ? visibleLine(error.message) : stackOf(error)}\n`);
		}
		return 2;
	}
}

/** Passes the settings of the program to a command and to its own commands. */
function inherit(command: Command, parent: Command): Command {
	command.copyInheritedSettings(parent);
	for (const child of command.commands) {
		inherit(child, command);
	}
	return command;
}

function stackOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : errorText(error);
}

function messageOf(error: unknown): string {
	return error instanceof CommanderError ? parserMessage(error.message) : errorText(error);
}

/** Rewrites an error of commander (`error: unknown option '--x'`) in the form of the other messages. */
function parserMessage(message: string): string {
	const text = message.replace(/^error: /, '').trim();
	const sentence = text.charAt(0).toUpperCase() + text.slice(1);
	return /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`;
}

import { Command, InvalidArgumentError, Option } from 'commander';
import type { Log } from '../log/log.ts';
import { repositoryOf } from '../log/repository.ts';
import type { DisplayOptions } from './display-options.ts';
import type { FormatContext, OutputFormat } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { type CommandHost, UsageError } from './host.ts';
import type { CheckReport } from './report.ts';
import { wantsColour } from './style.ts';
import { StyledText } from './styled-text.ts';
import type { CheckedVersion } from './version-options.ts';
import { writeFailureFile, writeOutputFile } from './write-output-file.ts';

/** A report in one format, for standard output or a file. */
interface RequestedOutput {
	readonly format: OutputFormat;
	/** The value of `--format`. */
	readonly name: string;
	/** The path that the user typed; undefined for standard output. */
	readonly file: string | undefined;
}

/** Width of an output that is not a terminal. */
const DEFAULT_COLUMNS = 120;
const DEFAULT_FORMAT = 'pretty';

/** Returns the options that select outputs, and a function that returns their values after the arguments are parsed. */
export function outputOptions(): { readonly options: readonly Option[]; readonly outputs: () => RequestedOutput[] } {
	const outputs: RequestedOutput[] = [];
	const format = new Option('--format <name>', 'output format; can be repeated')
		.choices([...formats.keys()])
		.default(DEFAULT_FORMAT)
		.argParser(name => {
			const format = formats.get(name);
			if (format === undefined) {
				throw new InvalidArgumentError(`Expected one of ${[...formats.keys()].join(', ')}.`);
			}
			outputs.push({ format, name, file: undefined });
			return name;
		});
	const outputFile = new Option(
		'--output-file <file>',
		'file for the `--format` before it, instead of standard output',
	).argParser(file => {
		const output = outputs.pop();
		if (output === undefined || output.file !== undefined) {
			throw new InvalidArgumentError('Expected a `--format` before it.');
		}
		outputs.push({ ...output, file });
		return file;
	});
	return { options: [format, outputFile], outputs: () => complete(outputs) };
}

/** Adds the format for people if no other one is for standard output. */
function complete(requested: readonly RequestedOutput[]): RequestedOutput[] {
	const [first, second] = requested.filter(({ file }) => file === undefined);
	if (first !== undefined && second !== undefined) {
		throw new UsageError(
			`Two formats for standard output: \`${first.name}\` and \`${second.name}\`. Expected an \`--output-file\` after one of them.`,
		);
	}
	const named = requested.flatMap(({ file }) => file ?? []);
	const [twice] = named.filter((file, index) => named.indexOf(file) < index);
	if (twice !== undefined) {
		throw new UsageError(`Two formats for the file \`${twice}\`. Expected another \`--output-file\`.`);
	}
	const format = formats.get(DEFAULT_FORMAT);
	return first === undefined && format !== undefined
		? [...requested, { format, name: DEFAULT_FORMAT, file: undefined }]
		: [...requested];
}

/** The parts of a command line that outputs depend on. */
interface OutputRequest {
	readonly logs: readonly Log[];
	readonly paths: readonly string[];
	readonly display: DisplayOptions;
	readonly checkedVersion: CheckedVersion;
	readonly partlyStaged: readonly string[];
}

/** Writes a report in all requested formats: files first, so that an error of one is the last line on the terminal. */
export async function writeOutputs(
	host: CommandHost,
	outputs: readonly RequestedOutput[],
	report: CheckReport,
	{ logs, ...request }: OutputRequest,
): Promise<void> {
	const context = { ...(await createContext(host)), ...request };
	for (const { format, file } of outputs) {
		if (file !== undefined) {
			writeOutputFile(host, logs, file, String(format.report(report, context)));
		}
	}
	for (const { format, file } of outputs) {
		if (file === undefined) {
			print(host, format.report(report, onTerminal(host, context)));
		}
	}
}

/**
 * Writes the message of a run with the exit code 2 in all requested formats, for the programs that read them. A file in a
 * format that cannot express it is empty. Parses the options again, without errors, because the run may have failed before
 * they were parsed.
 */
export async function writeFailure(host: CommandHost, args: readonly string[], message: string): Promise<void> {
	const context = await createContext(host);
	for (const { format, file } of requestedOutputs(args)) {
		const text = format.failure?.(message, file === undefined ? onTerminal(host, context) : context);
		if (file !== undefined) {
			writeFailureFile(host, file, text ?? '');
		} else if (text !== undefined) {
			print(host, text);
		}
	}
}

function requestedOutputs(args: readonly string[]): readonly RequestedOutput[] {
	const { options, outputs } = outputOptions();
	const command = new Command()
		.allowUnknownOption()
		.allowExcessArguments()
		.helpOption(false)
		.exitOverride()
		.configureOutput({ writeErr: () => undefined });
	for (const option of options) {
		command.addOption(option);
	}
	try {
		command.parse([...args], { from: 'user' });
		return outputs();
	} catch {
		return [];
	}
}

function print(host: CommandHost, text: StyledText | string): void {
	if (text instanceof StyledText) {
		host.out.write(text);
	} else {
		host.out.writeData(text);
	}
}

/** The context of an output that is not a terminal. */
async function createContext(host: CommandHost): Promise<FormatContext> {
	return {
		cwd: host.cwd,
		repository: (await repositoryOf(host.environment, host.cwd)) ?? host.cwd,
		now: host.clock.now(),
		toPath: host.toPath,
		colour: false,
		hyperlinks: false,
		columns: DEFAULT_COLUMNS,
		wraps: false,
		display: {},
		paths: [],
		checkedVersion: 'disk',
		partlyStaged: [],
	};
}

function onTerminal(host: CommandHost, context: FormatContext): FormatContext {
	const { columns, hyperlinks } = host.out;
	const terminal = columns === undefined ? {} : { columns, hyperlinks, wraps: true };
	return { ...context, ...terminal, colour: wantsColour(host, host.out) };
}

import type { Command } from 'commander';
import type { CommandHost, ExitCode } from '../host.ts';

/** Builds one subcommand. `done` sets the exit code where it is not 0. */
export type BuildCommand = (host: CommandHost, done: (code: ExitCode) => void) => Command;

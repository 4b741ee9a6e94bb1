import type { Command } from 'commander';
import type { CommandHost, ExitCode } from '../host.ts';

/** Builds one subcommand. Its action calls `done` to set an exit code other than 0. */
export type BuildCommand = (host: CommandHost, done: (code: ExitCode) => void) => Command;

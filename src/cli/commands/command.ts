import type { Command } from 'commander';
import type { ExitCode, Host } from '../host.ts';

/** Builds one subcommand. `done` sets the exit code where it is not 0. */
export type BuildCommand = (host: Host, done: (code: ExitCode) => void) => Command;

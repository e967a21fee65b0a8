import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { temporaryFolder } from './temporary-folder.js';

/** The command line as it is published. */
export const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** What a process did. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command line is started. */
export interface CliOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Blocks of 512 or 1,024 bytes that a file of it may take up, as if the disk were full then. */
  readonly fileBlocks?: number;
}

/** Starts the command line, with nothing of this process's environment but the path. */
export const startCli = (
  args: readonly string[],
  { env = {}, cwd = temporaryFolder(), fileBlocks }: CliOptions = {},
): ChildProcessWithoutNullStreams =>
  spawn('sh', ['-c', `ulimit -f ${fileBlocks ?? 'unlimited'}; exec "$@"`, 'sh', process.execPath, CLI, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      XDG_CONFIG_HOME: join(cwd, 'config'),
      XDG_STATE_HOME: join(cwd, 'state'),
      ...env,
    },
  });

/** What a process did, when it has ended. */
export const outcomeOf = async (child: ChildProcessWithoutNullStreams): Promise<Outcome> => {
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { status: child.exitCode, stdout, stderr };
};

/** Resolves when a process has printed a text, from now on. */
export const printed = (child: ChildProcessWithoutNullStreams, expected: string): Promise<void> =>
  new Promise((resolve) => {
    let seen = '';
    const listen = (chunk: Buffer): void => {
      seen += chunk.toString();
      if (!seen.includes(expected)) return;
      child.stdout.off('data', listen);
      resolve();
    };
    child.stdout.on('data', listen);
  });

/** Runs the command line to its end. */
export const runCli = (args: readonly string[], options: CliOptions = {}): Promise<Outcome> => {
  const child = startCli(args, options);
  child.stdin.end(options.input ?? '');
  return outcomeOf(child);
};

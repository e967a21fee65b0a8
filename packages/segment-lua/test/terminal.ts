import { stripVTControlCharacters } from 'node:util';

import { afterEach } from '@jest/globals';
import { type IPty, spawn } from '@lydell/node-pty';

import { CLI } from './run-cli.js';

const running = new Set<IPty>();

// A process that waits for keys would keep the tests from ending.
afterEach(() => {
  for (const pty of running) pty.kill('SIGKILL');
});

/** The command line in a terminal of its own. */
export interface Terminal {
  /** Types, as a person would. */
  readonly type: (keys: string) => void;
  /**
   * Resolves when the terminal has shown a text after what was waited for last; with the colours and moves left out.
   */
  readonly shows: (expected: string | RegExp) => Promise<void>;
  /** All that was ever written to the terminal, with its colours and moves. */
  readonly written: () => string;
  /** The exit code, when the process has ended. */
  readonly ended: Promise<number>;
}

/** Keys that have no letter. */
export const KEY = {
  enter: '\r',
  tab: '\t',
  up: '\u001B[A',
  down: '\u001B[B',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

const follow = (pty: IPty) => {
  let written = '';
  let from = 0;
  let look = (): void => undefined;
  pty.onData((data) => {
    written += data;
    look();
  });
  const shows = (expected: string | RegExp): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        const shown = stripVTControlCharacters(written.slice(from));
        if (!(typeof expected === 'string' ? shown.includes(expected) : expected.test(shown))) return;
        from = written.length;
        look = () => undefined;
        resolve();
      };
      look();
    });
  return { shows, written: () => written };
};

/**
 * Starts the command line in a pseudo-terminal of 100 columns, with nothing of this process's environment but the path.
 */
export const openTerminal = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Terminal => openProgram([process.execPath, CLI, ...args], cwd, env);

/** Starts another program in the same way, such as a shell. */
export const openProgram = (
  [program = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Terminal => {
  const environment = {
    PATH: process.env['PATH'] ?? '',
    TERM: 'xterm-256color',
    XDG_CONFIG_HOME: `${cwd}/config`,
    XDG_STATE_HOME: `${cwd}/state`,
    ...env,
  };
  const pty = spawn(program, args, { cwd, env: environment, cols: 100, rows: 30 });
  running.add(pty);
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      running.delete(pty);
      resolve(signal ? 128 + signal : exitCode);
    });
  });
  return {
    ...follow(pty),
    type: (keys) => {
      pty.write(keys);
    },
    ended,
  };
};

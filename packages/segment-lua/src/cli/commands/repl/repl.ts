import { createInterface, type Interface } from 'node:readline/promises';

import { createLuaWorker } from '@moonwire/lua-bridge';

import { createFileModules } from '../../../host/file-modules.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import { openSession } from '../../session/session.js';
import { say } from '../../terminal/terminal.js';
import { loadHistory, saveHistory } from './history-file.js';
import { Prompt } from './prompt.js';
import { complete } from './prompt-commands.js';
import type { ReplFlags } from './repl-command.js';

/** A person stops what runs too long. */
const UNLIMITED: SegmentLuaOptions['limits'] = {
  instructions: Infinity,
  timeMs: Infinity,
  hostCalls: Infinity,
  outputBytes: Infinity,
};

/** Reads, evaluates and prints until Ctrl-D. */
export const runRepl = async (flags: ReplFlags): Promise<void> => {
  const session = await openSession(flags, {
    sandbox: createLuaWorker,
    limits: UNLIMITED,
    modules: createFileModules('-'),
    policy: createDeletionPolicy(flags.allow),
    onOutput: (text) => void process.stdout.write(text),
    ...(flags.account !== undefined && { account: flags.account }),
  });
  const prompt = new Prompt(session, flags.plan);
  const lines = await openLines(prompt);
  const ask = createAsk(lines, prompt);
  lines.on('SIGINT', () => {
    prompt.interrupt();
    if (prompt.isBusy) return;
    forgetLine(lines);
    ask();
  });
  lines.on('history', (history: string[]) => void saveHistory(history).catch(() => undefined));
  ask();
  for await (const line of lines) {
    await prompt.take(line);
    ask();
  }
  await prompt.end();
  await session.host.close();
};

const openLines = async (prompt: Prompt): Promise<Interface> =>
  createInterface({
    input: process.stdin,
    ...(process.stdin.isTTY && { output: process.stdout }),
    history: await loadHistory(),
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(prompt.interpreter, line),
  });

/** Asks for the next line, as long as there may be one. */
const createAsk = (lines: Interface, prompt: Prompt): (() => void) => {
  let isClosed = false;
  lines.once('close', () => {
    isClosed = true;
  });
  return () => {
    // Ctrl-D may come while a line is being evaluated; a prompt would open the input again.
    if (isClosed) return;
    lines.setPrompt(prompt.text);
    if (process.stdin.isTTY) lines.prompt();
  };
};

/** Forgets what has been typed of a line, and goes on below it. */
const forgetLine = (lines: Interface): void => {
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
  say();
};

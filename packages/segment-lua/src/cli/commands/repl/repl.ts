import { createInterface, type Interface } from 'node:readline/promises';

import { createLuaWorker } from '@moonwire/lua-bridge';

import type { ErrorReport, RunResult } from '../../../host/run-result.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import { openSession, type Session } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { colorsFor, complain, say } from '../../terminal/terminal.js';
import { completionsOf } from './completion.js';
import { loadHistory, saveHistory } from './history-file.js';
import { type Interpreter, startInterpreter } from './interpreter.js';
import { isCommand, obey } from './prompt-commands.js';
import type { ReplFlags } from './repl-command.js';

const PROMPT = '> ';
const CONTINUED = '>> ';

/** A person stops what runs too long. */
const UNLIMITED: SegmentLuaOptions['limits'] = {
  instructions: Infinity,
  timeMs: Infinity,
  hostCalls: Infinity,
  outputBytes: Infinity,
};

const complainOf = ({ message, code }: ErrorReport): void => {
  complain(`${colorsFor(process.stderr).red(message)} [${code}]`);
};

/** The prompt's state: the Lua that runs, and the lines that wait for more. */
class Prompt {
  readonly #session: Session;
  #stop = new AbortController();
  #unfinished = '';
  #events = { queued: 0, delivered: 0 };
  isBusy = false;
  interpreter: Interpreter;

  constructor(session: Session) {
    this.#session = session;
    this.interpreter = this.#start();
  }

  #start(): Interpreter {
    this.#stop = new AbortController();
    return startInterpreter(this.#session.host, this.#stop.signal);
  }

  get text(): string {
    return this.#unfinished === '' ? PROMPT : CONTINUED;
  }

  /** Takes a line: runs it, or keeps it when more is to come. */
  async take(line: string): Promise<void> {
    if (this.#unfinished === '' && isCommand(line)) await obey(line);
    else await this.#evaluate(line);
  }

  async #evaluate(line: string): Promise<void> {
    const code = this.#unfinished === '' ? line : `${this.#unfinished}\n${line}`;
    this.isBusy = true;
    const answer = await this.interpreter.evaluate(code);
    this.isBusy = false;
    this.#unfinished = answer.kind === 'unfinished' ? code : '';
    if (answer.kind === 'failed') complainOf(answer);
    if (answer.kind === 'ended') this.#startAnew(answer.result);
  }

  #startAnew(result: RunResult): void {
    this.#count(result);
    if (result.error && !this.#stop.signal.aborted) complainOf(result.error);
    complain('Stopped; the globals are gone.');
    this.interpreter = this.#start();
  }

  #count({ deliveries: { queued, delivered } }: RunResult): void {
    this.#events.queued += queued;
    this.#events.delivered += delivered;
  }

  /** Ctrl-C: forgets what was begun, or stops what runs, and its globals with it. */
  interrupt(): void {
    this.#unfinished = '';
    if (this.isBusy) this.#stop.abort(new Error('interrupted'));
  }

  /** Waits for what is queued, and says how many events arrived. */
  async end(): Promise<void> {
    const result = await this.interpreter.end();
    this.#count(result);
    const { queued, delivered } = this.#events;
    if (queued > 0) say(`${this.#session.name} received ${delivered} of ${queued} events.`);
    if (result.error) complainOf(result.error);
    process.exitCode = result.error ? EXIT.failed : EXIT.ok;
  }
}

const openLines = async (prompt: () => Prompt): Promise<Interface> =>
  createInterface({
    input: process.stdin,
    ...(process.stdin.isTTY && { output: process.stdout }),
    history: await loadHistory(),
    removeHistoryDuplicates: true,
    completer: (line: string) => completionsOf(prompt().interpreter, line),
  });

/** Forgets what has been typed of a line, and goes on below it. */
const forgetLine = (lines: Interface): void => {
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
  say();
};

/** Reads, evaluates and prints until Ctrl-D. */
export const repl = async (flags: ReplFlags): Promise<void> => {
  const session = await openSession(flags, {
    sandbox: createLuaWorker,
    limits: UNLIMITED,
    onOutput: (text) => void process.stdout.write(text),
    ...(flags.account !== undefined && { account: flags.account }),
  });
  const prompt = new Prompt(session);
  const lines = await openLines(() => prompt);
  let isClosed = false;
  lines.once('close', () => {
    isClosed = true;
  });
  const ask = (): void => {
    // Ctrl-D may come while a line is being evaluated; a prompt would open the input again.
    if (isClosed) return;
    lines.setPrompt(prompt.text);
    if (process.stdin.isTTY) lines.prompt();
  };
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

import type { ErrorReport, RunResult } from '../../../host/run-result.js';
import { sayTargetFirst } from '../../../host/target.js';
import type { Session } from '../../session/session.js';
import { EXIT } from '../../terminal/exit-code.js';
import { chooseColors, complain, say } from '../../terminal/terminal.js';
import { type Interpreter, startInterpreter } from './interpreter.js';
import { isCommand, obey } from './prompt-commands.js';

const FIRST = '> ';
const CONTINUED = '>> ';

/** The prompt's state: the Lua that runs, and the lines that wait for more. */
export class Prompt {
  readonly #session: Session;
  #stop = new AbortController();
  #unfinished = '';
  #events = { queued: 0, delivered: 0 };
  isBusy = false;
  interpreter: Interpreter;

  constructor(
    session: Session,
    private readonly plans: readonly string[],
  ) {
    this.#session = session;
    this.interpreter = this.#start();
  }

  /** What stands before the line that is asked for. */
  get text(): string {
    return this.#unfinished === '' ? FIRST : CONTINUED;
  }

  /** Takes a line: runs it, or keeps it when more is to come. */
  async take(line: string): Promise<void> {
    if (this.#unfinished === '' && isCommand(line)) await obey(line, this.plans);
    else await this.#evaluate(line);
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
    if (queued > 0) say(`${sayTargetFirst(this.#session.target)} received ${delivered} of ${queued} events.`);
    if (result.error) complainOf(result.error);
    process.exitCode = result.error ? EXIT.failed : EXIT.ok;
  }

  #start(): Interpreter {
    this.#stop = new AbortController();
    return startInterpreter(this.#session.host, this.#stop.signal);
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
}

const complainOf = ({ message, code }: ErrorReport): void => {
  complain(`${chooseColors(process.stderr).red(message)} [${code}]`);
};

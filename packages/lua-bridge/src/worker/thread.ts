import type { Names } from '../bridge/names.js';
import type { Script } from '../run/script.js';
import { createTexts } from '../vm/state/known-texts.js';
import { Shelf } from '../vm/state/shelf.js';
import { Batch } from './batch.js';
import type { Call, RunMessage, ToHost, ToThread } from './protocol.js';
import { ThreadRun } from './thread-run.js';

/** A thread's connection to its host. */
interface Line {
  post(message: ToHost): void;
  /** Blocks for the next message, at most some milliseconds. Only where threads can block. */
  next?(ms: number): ToThread | undefined;
}

/** Compiled scripts that a thread keeps. */
const KEPT_SCRIPTS = 100;

/** Namespaces whose names a thread keeps. */
const KEPT_NAMES = 20;

/** How long a thread may go without turning its event loop. */
const BLOCK_MS = 10;

/** A thread's side of the line: one run at a time, in the sandbox of `createLua`. */
export class Thread {
  /** Scripts that runs in this thread have compiled and later ones may use. */
  readonly scripts = new Shelf<number, Script>(KEPT_SCRIPTS);
  /** Texts that runs in this thread have compiled. */
  readonly texts = createTexts();
  /** Names of namespaces, by their text, which later runs may use too. */
  readonly names = new Shelf<string, Names>(KEPT_NAMES);
  #run: ThreadRun | undefined;
  #turned = 0;
  readonly #calls = new Batch<Call>((calls) => {
    this.line.post(calls);
  });

  constructor(private readonly line: Line) {}

  /** Handles a message that the event loop brought. */
  receive(message: ToThread): void {
    this.#turned = performance.now();
    this.#handle(message);
  }

  /** Sends a message, after the calls that were made before. */
  post(message: ToHost): void {
    this.#calls.flush();
    this.line.post(message);
  }

  /** Sends a call with others made in this turn. */
  call(call: Call): void {
    this.#calls.add(call);
  }

  /**
   * Blocks until `isDone`, for as long as only what it waits for comes. Cheaper than the event loop, which needs its
   * turn after 10 ms all the same.
   */
  block(isDone: () => boolean): void {
    this.#calls.flush();
    for (;;) {
      const left = BLOCK_MS - (performance.now() - this.#turned);
      const message = left > 0 ? this.line.next?.(left) : undefined;
      if (message === undefined) return;
      this.#handle(message);
      if (isDone() || !Array.isArray(message)) return;
    }
  }

  #handle(message: ToThread): void {
    if (Array.isArray(message)) {
      for (const reply of message) this.#run?.settle(reply);
      return;
    }
    switch (message.type) {
      case 'run':
      case 'open':
        this.#begin(message);
        break;
      case 'callback':
        void this.#run?.callback(message);
        break;
      case 'set':
        this.#run?.set(message.path, message.value);
        break;
      case 'traced':
        this.#run?.traced(message.count);
        break;
      case 'abort':
        this.#run?.abort(message.reason);
        break;
      default:
        void this.#run?.answer(message);
    }
  }

  #begin(message: RunMessage): void {
    const run = new ThreadRun(this);
    this.#run = run;
    void (message.type === 'run' ? run.start(message) : run.open(message));
  }
}

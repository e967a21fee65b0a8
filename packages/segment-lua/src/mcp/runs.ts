import type { RunScript } from './execute-lua.js';

/** The runs of a server. */
export interface Runs {
  /** Has scripts of one of the clients run in their turn. */
  readonly takeTurns: (client: string, run: RunScript) => RunScript;
  /** Scripts that run, and that wait for their turn. */
  readonly load: { readonly running: number; readonly queued: number };
  /** Resolves when none is under way, each with its events delivered or given up. */
  readonly settle: () => Promise<void>;
  /** Stops what is running; its events are still delivered. */
  readonly stop: () => void;
}

/** How many scripts run at a time. */
export interface RunLimits {
  /** Of all clients. */
  readonly all: number;
  /** Of one client; what is left of the others' is free for whoever comes next. */
  readonly perClient: number;
}

/**
 * Lets a few scripts run at a time. Clients take turns, so that none waits behind all that another one has asked for;
 * the scripts of a client run in the order in which they came.
 */
export const createRuns = (limits: RunLimits): Runs => {
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const turns = new Turns(limits);
  return {
    takeTurns: (client, run) => (code, options, caller) => {
      const signal = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
      const running = turns.take(client).then((end) => run(code, { ...options, signal }, caller).finally(end));
      underWay.add(running);
      return running.finally(() => underWay.delete(running));
    },
    get load() {
      return turns.load;
    },
    settle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: () => {
      stopping.abort(new Error('the server is stopping'));
    },
  };
};

class Turns {
  /** What waits of each client, the client whose turn is next first. */
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #running = new Map<string, number>();
  #total = 0;

  constructor(private readonly limits: RunLimits) {}

  get load(): Runs['load'] {
    return { running: this.#total, queued: [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0) };
  }

  /** Resolves when it is the client's turn, with what ends the turn. */
  take(client: string): Promise<() => void> {
    return new Promise((resolve) => {
      const queue = this.#waiting.get(client) ?? [];
      this.#waiting.set(client, queue);
      queue.push(() => {
        resolve(() => {
          this.#count(client, -1);
          this.#next();
        });
      });
      this.#next();
    });
  }

  #next(): void {
    while (this.#total < this.limits.all) {
      const next = [...this.#waiting].find(([client]) => (this.#running.get(client) ?? 0) < this.limits.perClient);
      if (next === undefined) return;
      const [client, queue] = next;
      this.#waiting.delete(client);
      const begin = queue.shift();
      if (queue.length > 0) this.#waiting.set(client, queue);
      this.#count(client, 1);
      begin?.();
    }
  }

  #count(client: string, change: 1 | -1): void {
    this.#total += change;
    const count = (this.#running.get(client) ?? 0) + change;
    if (count > 0) this.#running.set(client, count);
    else this.#running.delete(client);
  }
}

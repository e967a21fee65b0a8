import type { ToHost } from './protocol.js';
import type { SandboxThread } from './sandbox-thread.js';

/** A thread of the pool, ready to run. */
export interface Lease {
  thread: SandboxThread;
  /** Set by whoever uses the thread. */
  onMessage: (message: ToHost) => void;
  onDeath: (code: string, reason: string) => void;
}

/** Keeps some threads warm. A thread that was killed or has died is replaced. */
export class Pool {
  readonly #idle: Lease[] = [];
  readonly #busy = new Set<Lease>();
  #closed = false;

  /** @param size Idle threads to keep. */
  constructor(
    private readonly start: () => SandboxThread,
    private readonly size: number,
  ) {
    this.#fill();
  }

  /** Takes a thread, starting one if none is idle. */
  take(): Lease {
    const lease = this.#idle.pop() ?? this.#open();
    this.#busy.add(lease);
    lease.thread.hold();
    return lease;
  }

  /** Gives a thread back for the next run. */
  give(lease: Lease): void {
    this.#busy.delete(lease);
    if (this.#closed || this.#idle.length >= this.size) lease.thread.kill();
    else this.#rest(lease);
  }

  /** Ends a thread, whatever it is doing. */
  discard(lease: Lease): void {
    this.#busy.delete(lease);
    lease.thread.kill();
    this.#fill();
  }

  /** Ends all threads. */
  close(): void {
    this.#closed = true;
    for (const lease of [...this.#idle, ...this.#busy]) lease.thread.kill();
    this.#idle.length = 0;
    this.#busy.clear();
  }

  #fill(): void {
    while (!this.#closed && this.#idle.length < this.size) this.#rest(this.#open());
  }

  #open(): Lease {
    const lease: Lease = { thread: this.start(), onMessage: () => undefined, onDeath: () => undefined };
    lease.thread.listen(
      (message) => {
        lease.onMessage(message);
      },
      (code, reason) => {
        const at = this.#idle.indexOf(lease);
        if (at >= 0) this.#idle.splice(at, 1);
        lease.onDeath(code, reason);
      },
    );
    return lease;
  }

  #rest(lease: Lease): void {
    lease.onMessage = () => undefined;
    lease.onDeath = () => undefined;
    lease.thread.release();
    this.#idle.push(lease);
  }
}

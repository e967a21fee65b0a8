import { startTimer } from '../meter/timer.js';
import type { ToHost } from './protocol.js';
import type { SandboxThread } from './sandbox-thread.js';

/** How long a thread beyond those that are kept warm waits for another run, in milliseconds. */
const LINGER_MS = 10_000;

/** How long none of the threads must have become free before more are started: a short run is over long before. */
const STALL_MS = 20;

/** A thread of the pool. */
export interface Lease {
  readonly thread: SandboxThread;
  /** Set by whoever uses the thread. */
  onMessage: (message: ToHost) => void;
  onDeath: (code: string, reason: string) => void;
}

/** Who waits for a thread; one of the two is called, once. */
export interface Claim {
  readonly accept: (lease: Lease) => void;
  readonly refuse: (code: string, reason: string) => void;
}

/** What a pool is made with. */
export interface PoolOptions {
  readonly start: () => SandboxThread;
  /** Idle threads to keep. */
  readonly keep: number;
  /** Threads at most. */
  readonly max: number;
  /** How long a claim waits, in milliseconds. */
  readonly patienceMs: number;
}

/** Shares a bounded number of threads, first come, first served. A thread that was killed or has died is replaced. */
export class Pool {
  readonly #idle: Lease[] = [];
  readonly #starting = new Set<Lease>();
  readonly #busy = new Set<Lease>();
  /** Who waits, in the order of coming, and what ends their patience. */
  readonly #queue = new Map<Claim, () => void>();
  #cancelLinger: (() => void) | undefined;
  #cancelStall: (() => void) | undefined;
  /** When a thread last became free, as `performance.now()`. */
  #freedAt = 0;
  #hasStarted = false;
  #closed = false;

  constructor(private readonly options: PoolOptions) {
    this.#fill();
  }

  /** Threads that run something, claims that wait, and threads that are ready for the next. */
  get load(): { readonly running: number; readonly queued: number; readonly idle: number } {
    return { running: this.#busy.size, queued: this.#queue.size, idle: this.#idle.length };
  }

  /** Asks for a thread. */
  request(claim: Claim): void {
    const lease = this.#idle.pop();
    if (lease !== undefined) {
      this.#lend(lease, claim);
      return;
    }
    const lose = (): void => {
      this.#queue.delete(claim);
      claim.refuse('queue_timeout', this.#describeWait());
    };
    this.#queue.set(claim, startTimer(this.options.patienceMs, lose));
    for (const { thread } of this.#starting) thread.hold();
    if (this.#busy.size === 0) this.#grow();
    else this.#watchStall(STALL_MS);
  }

  /** Takes a claim back that still waits. */
  withdraw(claim: Claim): void {
    this.#queue.get(claim)?.();
    this.#queue.delete(claim);
  }

  /** Gives a thread back for the next run. */
  give(lease: Lease): void {
    this.#busy.delete(lease);
    if (this.#closed) lease.thread.kill();
    else this.#offer(lease);
  }

  /** Ends a thread, whatever it is doing. */
  discard(lease: Lease): void {
    this.#busy.delete(lease);
    lease.thread.kill();
    this.#grow();
    this.#fill();
  }

  /** Ends all threads, and starts no more; who waits has to withdraw. */
  close(): void {
    this.#closed = true;
    this.#cancelLinger?.();
    this.#cancelStall?.();
    for (const lease of [...this.#idle, ...this.#starting, ...this.#busy]) lease.thread.kill();
    this.#idle.length = 0;
    this.#starting.clear();
    this.#busy.clear();
  }

  get #room(): number {
    return this.#closed ? 0 : this.options.max - this.#idle.length - this.#starting.size - this.#busy.size;
  }

  /* As many threads are on their way as there are claims. */
  #grow(): void {
    while (this.#starting.size < this.#queue.size && this.#room > 0) this.#open();
  }

  #watchStall(ms: number): void {
    this.#cancelStall ??= startIdleTimer(ms, () => {
      this.#cancelStall = undefined;
      if (this.#queue.size === 0) return;
      const left = this.#freedAt + STALL_MS - performance.now();
      if (left > 0) this.#watchStall(left);
      else this.#grow();
    });
  }

  #fill(): void {
    const missing = Math.min(this.#room, this.options.keep - this.#idle.length - this.#starting.size);
    for (let opened = 0; opened < missing; opened++) this.#open();
  }

  #open(): void {
    let thread: SandboxThread;
    try {
      thread = this.options.start();
    } catch (error) {
      this.#fail('internal', error instanceof Error ? error.message : String(error));
      return;
    }
    const lease: Lease = { thread, onMessage: () => undefined, onDeath: () => undefined };
    this.#starting.add(lease);
    const hear = (message: ToHost): void => {
      if (Array.isArray(message) || message.type !== 'ready') lease.onMessage(message);
      else if (this.#starting.delete(lease)) {
        this.#hasStarted = true;
        this.#offer(lease);
      }
    };
    thread.listen(hear, (code, reason) => {
      this.#bury(lease, code, reason);
    });
    if (this.#queue.size === 0) thread.release();
  }

  #bury(lease: Lease, code: string, reason: string): void {
    if (this.#starting.delete(lease)) {
      lease.thread.kill();
      this.#fail(code, reason);
      this.#grow();
      return;
    }
    const at = this.#idle.indexOf(lease);
    if (at >= 0) this.#idle.splice(at, 1);
    lease.onDeath(code, reason);
  }

  /* A thread did not start. If none ever did, none will for those who wait. */
  #fail(code: string, reason: string): void {
    this.#refuse([...this.#queue.keys()].slice(0, this.#hasStarted ? 1 : undefined), code, reason);
  }

  #refuse(claims: readonly Claim[], code: string, reason: string): void {
    for (const claim of claims) {
      this.withdraw(claim);
      claim.refuse(code, reason);
    }
  }

  /* Lends a free thread to who came first, or lets it rest. */
  #offer(lease: Lease): void {
    this.#freedAt = performance.now();
    const [first] = this.#queue.keys();
    if (first === undefined) this.#rest(lease);
    else {
      this.withdraw(first);
      this.#lend(lease, first);
    }
  }

  #lend(lease: Lease, claim: Claim): void {
    this.#busy.add(lease);
    lease.thread.hold();
    claim.accept(lease);
  }

  #rest(lease: Lease): void {
    lease.onMessage = () => undefined;
    lease.onDeath = () => undefined;
    lease.thread.release();
    this.#idle.push(lease);
    if (this.#idle.length > this.options.keep) this.#cancelLinger ??= startIdleTimer(LINGER_MS, this.#thin);
  }

  readonly #thin = (): void => {
    this.#cancelLinger = undefined;
    for (const { thread } of this.#idle.splice(0, this.#idle.length - this.options.keep)) thread.kill();
  };

  #describeWait(): string {
    const { max, patienceMs } = this.options;
    const { running, queued } = this.load;
    const waited = `the run waited ${patienceMs} ms (queueTimeoutMs) for a thread`;
    if (!this.#hasStarted) return `${waited}, and none has started yet`;
    return `${waited}: ${running} of ${max} (maxThreads) are running, ${queued} more runs wait`;
  }
}

/* A timer that keeps no process alive. */
const startIdleTimer = (ms: number, then: () => void): (() => void) => {
  const timer: unknown = setTimeout(then, ms);
  (timer as { unref?: () => void }).unref?.();
  return () => {
    clearTimeout(timer as number);
  };
};

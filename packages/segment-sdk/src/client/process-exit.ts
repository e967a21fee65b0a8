import type { Delivery } from '../delivery/delivery.js';
import { quietly } from '../http/timer.js';

interface NodeProcess {
  readonly pid: number;
  readonly on: (event: string, listener: () => void) => void;
  readonly off: (event: string, listener: () => void) => void;
  readonly listenerCount: (event: string) => number;
  readonly kill: (pid: number, signal: 'SIGTERM') => void;
}

/** A client as the end of its process sees it. */
export interface Exiting {
  readonly delivery: Delivery;
  /** Delivers what waits; absent where the program has not asked for it. */
  readonly finish?: (() => Promise<unknown>) | undefined;
}

/** How long SIGTERM waits for deliveries where nobody else hears it, in milliseconds. */
const PATIENCE_MS = 10_000;

const { process: node } = globalThis as { readonly process?: NodeProcess };

/** The clients that deliver before their process ends. One set of listeners serves them all. */
const finishing = new Set<Exiting>();

/** The deliveries of all clients that are not closed; one that nobody holds any more has nothing to send. */
const open = new Set<WeakRef<Delivery>>();
/* Some edge runtimes have none of its kind, and no exit either. */
const abandoned =
  'FinalizationRegistry' in globalThis
    ? new FinalizationRegistry<WeakRef<Delivery>>((reference) => open.delete(reference))
    : undefined;

const finishAll = (): Promise<unknown>[] =>
  [...finishing].flatMap(({ delivery, finish }) => (finish && delivery.pendingBytes > 0 ? [finish()] : []));

const onBeforeExit = (): void => void finishAll();

/** Delivers, then lets the signal have its way, unless the program hears it too: then it ends when the program says. */
const onSignal = async (): Promise<void> => {
  const patience = new Promise<void>((resolve) => quietly(PATIENCE_MS, resolve));
  await Promise.race([Promise.allSettled(finishAll()), patience]);
  if (!node || node.listenerCount('SIGTERM') > 1) return;
  node.off('SIGTERM', onTerminate);
  node.kill(node.pid, 'SIGTERM');
};

const onTerminate = (): void => void onSignal();

/** One word to whoever forgot to close: in a short program nothing else tells that events were never sent. */
const onExit = (): void => {
  const events = [...open].reduce((sum, reference) => sum + (reference.deref()?.unsettled ?? 0), 0);
  if (events > 0)
    console.warn(
      `@moonwire/segment-sdk: ${events} ${events === 1 ? 'event was' : 'events were'} never sent. ` +
        'End the program with `await segment.close()`, or make the client with `flushOnExit: true`.',
    );
};

/** What listens, and for whom; SIGTERM changes what the process does, so it is heard only where that was asked for. */
const LISTENERS = [
  ['exit', onExit, open],
  ['beforeExit', onBeforeExit, finishing],
  ['SIGTERM', onTerminate, finishing],
] as const;

const listen = (): void => {
  for (const [event, listener, { size }] of LISTENERS) {
    node?.off(event, listener);
    if (size > 0) node?.on(event, listener);
  }
};

/**
 * In Node, ties a client to the end of its process from now on: `finish` runs when the process has nothing else to do
 * and on SIGTERM, and a warning says how many events were never sent.
 * @returns A function that takes this back.
 */
export const watchProcessExit = (client: Exiting): (() => void) => {
  if (!abandoned || typeof node?.listenerCount !== 'function') return () => undefined;
  const reference = new WeakRef(client.delivery);
  open.add(reference);
  abandoned.register(client.delivery, reference);
  if (client.finish) finishing.add(client);
  listen();
  return () => {
    open.delete(reference);
    finishing.delete(client);
    listen();
  };
};

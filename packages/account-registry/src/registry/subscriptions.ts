import type { AccountStore } from '../accounts/store.js';
import { findDefault, type Layer, listNames, mergeFields } from './layers.js';

/**
 * One change of an account. It names what changed and never carries a value. A renamed account is removed and added.
 */
export interface AccountChange {
  readonly service: string;
  readonly name: string;
  /** `default`: calls that name no account now get this one. */
  readonly change: 'added' | 'updated' | 'removed' | 'default';
}

/** Told of every change, whoever made it. */
export type ChangeListener = (change: AccountChange) => void;

interface Snapshot {
  readonly default: string | undefined;
  readonly accounts: ReadonlyMap<string, string>;
}

/** Who is told of changes. */
export interface Subscriptions {
  subscribe(listener: ChangeListener): () => void;
  /** Resolves when everything up to now has been told, so that the next change is seen as a change. */
  ready(): Promise<void>;
  /**
   * Looks for changes and tells of them; resolves when the listeners have been called. Does nothing without listeners.
   */
  refresh(): Promise<void>;
}

type ReadLayers = (service: string) => Promise<readonly Layer[]>;

/** Finds changes by comparing what the stores hold with what they held, so that it matters not who made them. */
export function createSubscriptions(
  services: readonly string[],
  stores: readonly AccountStore[],
  read: ReadLayers,
): Subscriptions {
  const listeners = new Set<ChangeListener>();
  let changesOf = createComparison(read);
  let stopWatching: readonly (() => void)[] = [];
  let queue = Promise.resolve();

  const look = async (service: string): Promise<void> => {
    // A store that fails says so to whoever calls the registry; listeners hear of the change once it is well again.
    const changes = await changesOf(service).catch(() => []);
    // A listener that throws must not keep the others from hearing.
    for (const change of changes)
      for (const listener of listeners)
        queueMicrotask(() => {
          listener(change);
        });
  };
  const refresh = (): Promise<void> => {
    if (listeners.size === 0) return Promise.resolve();
    queue = queue.then(async () => {
      for (const service of services) await look(service);
    });
    return queue;
  };
  const stop = (): void => {
    for (const stopOne of stopWatching) stopOne();
    changesOf = createComparison(read);
  };
  const subscribe = (listener: ChangeListener): (() => void) => {
    listeners.add(listener);
    if (listeners.size === 1) stopWatching = stores.flatMap((store) => store.watch?.(() => void refresh()) ?? []);
    void refresh();
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) stop();
    };
  };
  return { ready: () => queue, refresh, subscribe };
}

function takeSnapshot(layers: readonly Layer[]): Snapshot {
  const accounts = listNames(layers).map((name) => {
    const fields = [...mergeFields(layers, name)].map(([field, { value, previous }]) => [
      field,
      value,
      previous?.until,
    ]);
    return [name, JSON.stringify(fields.sort())] as const;
  });
  return { default: findDefault(layers)?.name, accounts: new Map(accounts) };
}

function* compare(service: string, before: Snapshot, after: Snapshot): Generator<AccountChange> {
  for (const name of new Set([...before.accounts.keys(), ...after.accounts.keys()])) {
    const [was, is] = [before.accounts.get(name), after.accounts.get(name)];
    if (was !== is)
      yield { service, name, change: is === undefined ? 'removed' : was === undefined ? 'added' : 'updated' };
  }
  if (after.default !== undefined && after.default !== before.default)
    yield { service, name: after.default, change: 'default' };
}

/** Remembers what each service's stores held and says what has changed since; nothing at the first look. */
function createComparison(read: ReadLayers): (service: string) => Promise<readonly AccountChange[]> {
  const snapshots = new Map<string, Snapshot>();
  return async (service) => {
    const before = snapshots.get(service);
    const after = takeSnapshot(await read(service));
    snapshots.set(service, after);
    return before === undefined ? [] : [...compare(service, before, after)];
  };
}

import { type Signal, signal } from '@preact/signals-core';

import { isEmbedded } from './view.js';

/** Text by key, kept by the browser where it allows that, and else in memory until the page is closed. */
export interface TextStore {
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  /** Why something that was written will not be there next time; `undefined` while all of it will. */
  readonly failure: Signal<'full' | 'unavailable' | undefined>;
}

/** For this and later visits, in any tab. */
export const siteStore: TextStore = createStore(() => localStorage);

/** For reloads of this tab. */
export const tabStore: TextStore = createStore(() => sessionStorage);

function createStore(area: () => Storage): TextStore {
  const browsers = open(area);
  const failure: TextStore['failure'] = signal(browsers || isEmbedded ? undefined : 'unavailable');
  // What the browser did not take; null for what it did not remove.
  const memory = new Map<string, string | null>();
  return {
    failure,
    read: (key) => {
      const kept = memory.get(key);
      return (kept === undefined ? attempt(() => browsers?.getItem(key)) : kept) ?? undefined;
    },
    write: (key, text) => {
      const isTaken = attempt(() => (browsers?.setItem(key, text), browsers !== undefined)) ?? false;
      if (isTaken) memory.delete(key);
      else memory.set(key, text);
      if (browsers) failure.value = memory.size > 0 ? 'full' : undefined;
    },
    remove: (key) => {
      memory.set(key, null);
      if (attempt(() => (browsers?.removeItem(key), true))) memory.delete(key);
    },
  };
}

/** A page inside another one stores nothing: there may be many of them, each with a script of its own. */
function open(area: () => Storage): Storage | undefined {
  return isEmbedded ? undefined : attempt(area);
}

/** Whatever has to do with storage may throw: where a browser or a frame forbids it, even reading its name does. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

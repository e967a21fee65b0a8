import { signal } from '@preact/signals-core';

import { isPlayground, type Playground } from './playground.js';
import { siteStore } from './storage.js';

/** A script that was edited here, with its settings. */
export interface KeptScript extends Playground {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

const KEPT = 'playground.scripts';
const MAX_SCRIPTS = 20;
/** Letters in all: about half of what browsers store for a site. */
const MAX_LETTERS = 2_000_000;

const parse = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
};

const isKept = (value: unknown): value is KeptScript => {
  if (!isPlayground(value)) return false;
  const { id, savedAt } = value as Partial<KeptScript>;
  return typeof id === 'string' && typeof savedAt === 'number';
};

// Read each time: other tabs keep scripts, too.
const readStored = (): readonly KeptScript[] => {
  const value = parse(siteStore.read(KEPT));
  return Array.isArray(value) ? value.filter(isKept) : [];
};

const store = (scripts: readonly KeptScript[]): void => {
  let letters = 0;
  const kept = scripts.slice(0, MAX_SCRIPTS).filter(({ code, plan }, index) => {
    letters += code.length + (plan?.text.length ?? 0);
    return index === 0 || letters <= MAX_LETTERS;
  });
  siteStore.write(KEPT, JSON.stringify(kept));
  keptScripts.value = kept;
};

/** The scripts of this browser, the one edited last first. */
export const keptScripts = signal(readStored());

/** The kept script of that id, as it was stored last by whatever tab. */
export const findKeptScript = (id: string): KeptScript | undefined => readStored().find((known) => known.id === id);

const isSame = (one: Playground, other: Playground): boolean =>
  one.code === other.code &&
  JSON.stringify([one.faults, one.limits, one.plan]) === JSON.stringify([other.faults, other.limits, other.plan]);

/** Keeps a script in the place of its earlier version; another one that says the same goes. */
export const keepScript = (script: KeptScript): void => {
  store([script, ...readStored().filter((known) => known.id !== script.id && !isSame(known, script))]);
};

import { type ReadonlySignal, signal } from '@preact/signals-core';

import type { Region } from '../protocol/run-setup.js';

// Memory only: nothing here is ever stored, shared, sent to the worker, or put into a signal's value.
const keys = new Map<string, string>();
const regions = signal<ReadonlyMap<string, Region>>(new Map());

/** Why a text cannot be a write key, if it cannot: in a header only visible Latin letters, digits and signs travel. */
export const refuseKey = (key: string): string | undefined => {
  if (key === '') return 'Enter the write key of a source, as Segment shows it under API Keys.';
  const strange = /[^!-~]/u.exec(key)?.[0];
  if (strange === undefined) return undefined;
  const name = /\s/.test(strange) ? 'a space' : `“${strange}”`;
  return `A write key has letters, digits and signs of ASCII only; this one holds ${name}. Copy it again from Segment.`;
};

/** Real write keys, which the reader chose to use. They are gone when the page is. */
export const liveKeys = {
  /** Uses `key` for the account until the page closes. */
  use(account: string, key: string, region: Region): void {
    keys.set(account, key);
    regions.value = new Map(regions.value).set(account, region);
  },
  /** Puts the account back on the simulator. */
  forget(account: string): void {
    keys.delete(account);
    const rest = new Map(regions.value);
    rest.delete(account);
    regions.value = rest;
  },
  /** Puts every account back on the simulator. */
  forgetAll(): void {
    keys.clear();
    regions.value = new Map();
  },
  /** Which accounts send to Segment itself, and where. */
  regions: regions as ReadonlySignal<ReadonlyMap<string, Region>>,
  has: (account: string): boolean => regions.value.has(account),
  region: (account: string): Region | undefined => regions.value.get(account),
  /** The `Authorization` header of the account's tracking calls. The one place that reads a key. */
  authorization: (account: string): string | undefined => {
    const key = keys.get(account);
    return key === undefined ? undefined : `Basic ${btoa(`${key}:`)}`;
  },
};

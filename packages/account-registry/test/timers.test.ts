import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { createAccountRegistry, memoryStore, secret } from '../src/index.js';
import { keyringStore } from '../src/node.js';
import { type KeyValueStorage, unstorageStore } from '../src/unstorage.js';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const empty: KeyValueStorage = {
  getKeys: () => Promise.resolve([]),
  getItem: () => Promise.resolve(null),
  setItem: () => Promise.resolve(),
  removeItem: () => Promise.resolve(),
};

test.each([2 ** 31, 2 ** 32 + 5])('a storage is polled every %d ms, not without a pause', (pollMs) => {
  const look = jest.fn();
  const stop = unstorageStore(empty, { pollMs }).watch?.(look);
  for (let passed = 0; passed < 3 * pollMs; passed += LONGEST_TIMER_MS)
    jest.advanceTimersByTime(Math.min(LONGEST_TIMER_MS, 3 * pollMs - passed));
  expect(look).toHaveBeenCalledTimes(3);
  stop?.();
  expect(jest.getTimerCount()).toBe(0);
});

test('a storage that is polled every infinity is not polled', () => {
  const look = jest.fn();
  unstorageStore(empty, { pollMs: Infinity }).watch?.(look);
  jest.advanceTimersByTime(LONGEST_TIMER_MS);
  expect(look).not.toHaveBeenCalled();
});

test.each([2 ** 31, 1e300, Infinity])('a keyring is waited for %d ms', async (timeoutMs) => {
  // There is no keyring here, which shows after a while, and not by the time being up.
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nowhere';
  const store = keyringStore({ app: 'moonwire-test', timeoutMs });
  const failure = store.read({ name: 'segment', fields: {} }).catch((error: unknown) => error);
  for (let turn = 0; turn < 5; turn += 1) {
    await jest.advanceTimersByTimeAsync(1_000);
  }
  expect(await failure).toMatchObject({ code: 'keyring_unavailable' });
});

test.each([2 ** 31, 1e300, Infinity])('replaced secrets stay for %d ms', async (overlapMs) => {
  const registry = createAccountRegistry({
    services: { segment: { fields: { writeKey: secret() } } },
    stores: [memoryStore({ segment: { a: { writeKey: 'old' } } })],
  });
  await registry.rotate('segment', 'a', { writeKey: 'new' }, { overlapMs });
  jest.setSystemTime(Date.now() + 2 ** 31 - 5);
  expect((await registry.get('segment', 'a')).previous.writeKey?.reveal()).toBe('old');
});

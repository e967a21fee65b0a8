import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';

import type { FreeForm } from '../src/index.js';
import { errorOf, event, simulated } from './setup.js';

const tracked = async (properties: FreeForm) => {
  const { segment, simulator } = simulated();
  await segment.track({ event: 'E', userId: 'u', properties });
  return simulator.events[0]?.body.properties;
};

const refused = async (properties: FreeForm) => {
  const { segment, simulator } = simulated();
  const error = await errorOf(segment.track({ event: 'E', userId: 'u', properties }));
  const report = await segment.flush();
  expect(report.failed.map((failure) => failure.error)).toEqual([error]);
  expect(simulator.requests).toHaveLength(0);
  return error;
};

const circular = (): FreeForm => {
  const inner: Record<string, unknown> = {};
  inner.self = inner;
  return { list: [inner] };
};

describe('an integer that a number cannot hold', () => {
  const properties = { order: 1234567890123456789n, list: [-(2n ** 80n), 2 ** 53] };
  const digits = '"properties":{"order":1234567890123456789,"list":[-1208925819614629174706176,9007199254740992]}';

  test('is written as its digits', async () => {
    const { segment, simulator } = simulated();
    await segment.track({ event: 'E', userId: 'u', properties, context: { device: 2n ** 60n } });
    expect(simulator.requests[0]?.body).toContain(digits);
    expect(simulator.requests[0]?.body).toContain('"device":1152921504606846976');
  });

  test('keeps its digits on the way through beforeSend', async () => {
    const { segment, simulator } = simulated({ beforeSend: (event) => ({ ...event, seen: true }) });
    await segment.track({ event: 'E', userId: 'u', properties });
    expect(simulator.requests[0]?.body).toContain(digits);
  });

  test('keeps its digits in onError and in the report of an event that was not delivered', async () => {
    const seen: unknown[] = [];
    const read = { properties: { order: properties.order, list: [-(2n ** 80n), 2n ** 53n] } };
    const { segment, simulator } = simulated({ maxRetries: 0, onError: (_, event) => seen.push(event) });
    simulator.inject({ status: 500 });
    void segment.track({ event: 'E', userId: 'u', properties });
    const { failed } = await segment.close();
    expect([...seen, ...failed.map(({ event }) => event)]).toMatchObject([read, read]);
  });
});

describe('what JSON cannot carry is refused at the call, with its path', () => {
  test.each<[string, FreeForm, string]>([
    [
      'circular',
      circular(),
      "track: bad field 'properties.list[0].self' (JSON value, which cannot be circular expected, got object)",
    ],
    ['BigInt', { price: 1n }, "track: bad field 'properties.price' (JSON value expected, got bigint)"],
    [
      'function',
      { a: { onClick: () => 1 } },
      "track: bad field 'properties.a.onClick' (JSON value expected, got function)",
    ],
    ['symbol', { tag: Symbol('x') }, "track: bad field 'properties.tag' (JSON value expected, got symbol)"],
    ['NaN', { revenue: Number.NaN }, "track: bad field 'properties.revenue' (finite number expected, got NaN)"],
    [
      'Infinity',
      { list: [1, Infinity] },
      "track: bad field 'properties.list[1]' (finite number expected, got Infinity)",
    ],
    ['Map', { items: new Map([['a', 1]]) }, "track: bad field 'properties.items' (JSON value expected, got Map)"],
    ['Set', { items: new Set([1]) }, "track: bad field 'properties.items' (JSON value expected, got Set)"],
    [
      'Promise',
      { price: Promise.resolve(1) },
      "track: bad field 'properties.price' (JSON value expected, got Promise)",
    ],
    ['WeakMap', { cache: new WeakMap() }, "track: bad field 'properties.cache' (JSON value expected, got WeakMap)"],
    [
      'Uint8Array',
      { bytes: new Uint8Array(3) },
      "track: bad field 'properties.bytes' (JSON value expected, got Uint8Array)",
    ],
    [
      'URLSearchParams',
      { query: new URLSearchParams('a=1') },
      "track: bad field 'properties.query' (JSON value expected, got URLSearchParams)",
    ],
    [
      'invalid Date',
      { at: new Date(Number.NaN) },
      "track: bad field 'properties.at' (JSON value expected, got an invalid Date)",
    ],
  ])('%s', async (_, properties, message) => {
    expect(await refused(properties)).toMatchObject({ code: 'invalid_input', message });
  });

  test('a getter that throws', async () => {
    const properties = {
      get price(): number {
        throw new RangeError('no price');
      },
    };
    expect(await refused(properties)).toMatchObject({
      code: 'invalid_input',
      message: 'track: the input cannot be read: no price',
    });
  });

  test('a getter of the call itself that throws', async () => {
    const { segment } = simulated();
    const input = {
      event: 'E',
      get userId(): string {
        throw new Error('no user');
      },
    };
    expect(await errorOf(segment.track(input))).toMatchObject({
      code: 'invalid_input',
      message: 'track: the input cannot be read: no user',
    });
    expect((await segment.flush()).failed).toHaveLength(1);
  });

  test('a toJSON that throws', async () => {
    const properties = {
      price: {
        toJSON: () => {
          throw new RangeError('no price');
        },
      },
    };
    expect(await refused(properties)).toMatchObject({
      code: 'invalid_input',
      message: 'track: the input cannot be read: no price',
    });
  });

  test('nesting deeper than the stack', async () => {
    let deep: Record<string, unknown> = {};
    for (let i = 0; i < 50_000; i += 1) deep = { deep };
    expect(await refused(deep)).toMatchObject({ code: 'invalid_input' });
  });

  test('40 KB of ASCII', async () => {
    expect(await refused({ text: 'x'.repeat(40_000) })).toMatchObject({ kind: 'validation', code: 'event_too_large' });
  });

  test('40 KB of multibyte characters, which are only 13,000', async () => {
    const error = await refused({ text: '€'.repeat(13_334) });
    expect(error).toMatchObject({ code: 'event_too_large' });
    expect(error.message).toMatch(/^track: the event is 40\d\d\d bytes long; Segment takes at most 32768 \(32 KB\)$/);
  });
});

describe('what JSON can carry arrives unchanged', () => {
  test('undefined is absent', async () => {
    expect(await tracked({ a: undefined, b: { c: undefined }, d: null })).toEqual({ b: {}, d: null });
  });

  test('a Date is an ISO 8601 string', async () => {
    expect(await tracked({ at: new Date(0) })).toEqual({ at: '1970-01-01T00:00:00.000Z' });
  });

  test('lone surrogates keep their code units', async () => {
    expect(await tracked({ text: 'a\ud800b', emoji: '😀' })).toEqual({ text: 'a\ud800b', emoji: '😀' });
  });

  test('a __proto__ key is a key like any other', async () => {
    const properties = JSON.parse('{"__proto__":{"admin":true},"constructor":1}') as FreeForm;
    const arrived = await tracked(properties);
    expect(JSON.stringify(arrived)).toBe('{"__proto__":{"admin":true},"constructor":1}');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('a __proto__ field of the call itself is unknown', async () => {
    const { segment } = simulated();
    const input = JSON.parse('{"event":"E","userId":"u","__proto__":{"x":1}}') as { event: string; userId: string };
    expect((await errorOf(segment.track(input))).message).toContain("unknown field '__proto__'");
  });

  test('records of any kind are records', async () => {
    class Price {
      readonly amount = 1;
    }
    const withoutPrototype = Object.assign(Object.create(null) as object, { amount: 2 });
    const arrived = await tracked({
      price: new Price(),
      other: withoutPrototype,
      at: runInNewContext('new Date(0)') as unknown,
    });
    expect(arrived).toEqual({ price: { amount: 1 }, other: { amount: 2 }, at: '1970-01-01T00:00:00.000Z' });
  });

  test('one object twice is not circular', async () => {
    const address = { city: 'Paris' };
    expect(await tracked({ from: address, to: address })).toEqual({ from: address, to: address });
  });

  test('mutation after the call changes nothing', async () => {
    const { segment, simulator } = simulated();
    const input = { event: 'E', userId: 'u', properties: { list: [1] } };
    const delivered = segment.track(input);
    input.event = 'changed';
    input.properties.list.push(2);
    await delivered;
    expect(simulator.events[0]?.body).toMatchObject({ event: 'E', properties: { list: [1] } });
  });
});

test('100,000 calls before a first flush are all delivered once', async () => {
  const { segment, simulator } = simulated({}, { keepBytes: Infinity });
  for (let n = 0; n < 100_000; n += 1) void segment.track(event(n, `user-${n % 1_000}`));
  expect(await segment.flush()).toEqual({ delivered: 100_000, failed: [], dropped: 0, omitted: 0 });
  expect(simulator.events).toHaveLength(100_000);
  expect(simulator.duplicates).toBe(0);
}, 60_000);
